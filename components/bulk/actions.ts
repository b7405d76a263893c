'use server';

import { action } from '@/lib/action';
import { cancelBulk } from '@/lib/commands/bulk/cancel';
import { startBulk } from '@/lib/commands/bulk/start';
import { undoBulk } from '@/lib/commands/bulk/undo';

export const startBulkAction = action(startBulk);
export const cancelBulkAction = action(cancelBulk);
export const undoBulkAction = action(undoBulk);
