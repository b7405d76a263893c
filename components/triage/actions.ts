'use server';

import { action } from '@/lib/action';
import { blockDomain, unblockDomain } from '@/lib/commands/triage/block-domain';
import { correctIntent } from '@/lib/commands/triage/correct';
import { resetLearning } from '@/lib/commands/triage/reset-learning';

export const correctIntentAction = action(correctIntent);
export const blockDomainAction = action(blockDomain);
export const unblockDomainAction = action(unblockDomain);
export const resetLearningAction = action(resetLearning);
