'use client';

import type { QueryClient } from '@tanstack/react-query';
import { networkName } from '@/lib/domain/channel/network-name';
import { ask } from '../thread/ask';
import type { Conversation } from '../thread/conversation';
import { refreshConversation } from '../thread/patch';
import { toast } from '../ui/toast';
import { blockContactAction, unblockContactAction } from './actions';

const actions = { true: blockContactAction, false: unblockContactAction };

/** Has somebody blocked, or unblocked, on the network, and tells it with a way back. Answers whether it was taken. */
export async function setBlocked(
  client: QueryClient,
  conversation: Conversation,
  blocked: boolean,
): Promise<boolean> {
  const { id, contactName, channel } = conversation;
  const result = await ask(() => actions[`${blocked}`]({ conversationId: id }));
  if (!result.ok) toast(result.refusal.message, { grave: true });
  else if (result.value.step === 'ask') {
    const what = blocked ? 'block' : 'unblock';
    toast(`${networkName(channel.network)} is asked to ${what} ${contactName}.`, {
      undo: () => takeBack(client, conversation, blocked),
    });
  }
  await refreshConversation(client, id);
  return result.ok;
}

async function takeBack(client: QueryClient, { id }: Conversation, blocked: boolean) {
  const result = await ask(() => actions[`${!blocked}`]({ conversationId: id }));
  if (!result.ok) toast(result.refusal.message, { grave: true });
  await refreshConversation(client, id);
  return result.ok;
}
