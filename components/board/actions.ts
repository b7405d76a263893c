'use server';

import { action } from '@/lib/action';
import { giveOut } from '@/lib/commands/board/give-out';

export const giveOutAction = action(giveOut);
