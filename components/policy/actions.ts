'use server';

import { action } from '@/lib/action';
import { changeConsentWords } from '@/lib/commands/consent/change-words';
import { changePolicy } from '@/lib/commands/policy/change';

export const changePolicyAction = action(changePolicy);
export const changeConsentWordsAction = action(changeConsentWords);
