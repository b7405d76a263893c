'use server';

import { action } from '@/lib/action';
import { blockContact } from '@/lib/commands/contact/block';
import { unblockContact } from '@/lib/commands/contact/unblock';

export const blockContactAction = action(blockContact);
export const unblockContactAction = action(unblockContact);
