'use server';

import { action } from '@/lib/action';
import { changeConversations } from '@/lib/commands/conversation/change';
import { claimConversation } from '@/lib/commands/conversation/claim';
import { noAnswerNeeded } from '@/lib/commands/conversation/no-answer-needed';
import { undoChanges } from '@/lib/commands/conversation/undo';
import { cancelDelivery } from '@/lib/commands/delivery/cancel';
import { releaseDelivery } from '@/lib/commands/delivery/release';
import { retryDelivery } from '@/lib/commands/delivery/retry';
import { settleDelivery } from '@/lib/commands/delivery/settle';

export const changeConversationsAction = action(changeConversations);
export const undoChangesAction = action(undoChanges);
export const noAnswerNeededAction = action(noAnswerNeeded);
export const claimConversationAction = action(claimConversation);
export const cancelDeliveryAction = action(cancelDelivery);
export const releaseDeliveryAction = action(releaseDelivery);
export const retryDeliveryAction = action(retryDelivery);
export const settleDeliveryAction = action(settleDelivery);
