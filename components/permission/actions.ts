'use server';

import { action } from '@/lib/action';
import { approveOutreach } from '@/lib/commands/conversation/approve-outreach';
import { askNetwork } from '@/lib/commands/relation/ask-network';

export const approveOutreachAction = action(approveOutreach);
export const askNetworkAction = action(askNetwork);
