'use server';

import { action } from '@/lib/action';
import { askNetwork } from '@/lib/commands/relation/ask-network';

export const askNetworkAction = action(askNetwork);
