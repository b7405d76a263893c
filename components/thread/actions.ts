'use server';

import { action } from '@/lib/action';
import { assignConversation } from '@/lib/commands/conversation/assign';
import { claimConversation } from '@/lib/commands/conversation/claim';
import { closeConversation } from '@/lib/commands/conversation/close';
import { reopenConversation } from '@/lib/commands/conversation/reopen';
import { cancelDelivery } from '@/lib/commands/delivery/cancel';
import { releaseDelivery } from '@/lib/commands/delivery/release';
import { retryDelivery } from '@/lib/commands/delivery/retry';
import { settleDelivery } from '@/lib/commands/delivery/settle';

export const claimConversationAction = action(claimConversation);
export const assignConversationAction = action(assignConversation);
export const closeConversationAction = action(closeConversation);
export const reopenConversationAction = action(reopenConversation);
export const cancelDeliveryAction = action(cancelDelivery);
export const releaseDeliveryAction = action(releaseDelivery);
export const retryDeliveryAction = action(retryDelivery);
export const settleDeliveryAction = action(settleDelivery);
