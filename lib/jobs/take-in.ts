import 'server-only';
import { asSystem } from '../commands/command';
import { receiveEcho } from '../commands/inbound/echo';
import { forgetPost } from '../commands/inbound/forget-post';
import { receiveMention, receiveOwnPost } from '../commands/inbound/mention';
import { receiveMessage } from '../commands/inbound/receive';
import type { Receipt } from '../commands/inbound/told';
import type { InboundEvent, LookedUpMessage, ToldPost } from '../networks/network';

/** Takes in one message that a webhook or a look-up told of: one transaction, however often it is told. */
export function takeIn(
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  message: LookedUpMessage,
  options: { healed?: boolean } = {},
): Promise<Receipt> {
  const receive = message.direction === 'inbound' ? receiveMessage : receiveEcho;
  return asSystem(workspaceId, (context) =>
    receive(context, { ...message, channelId, ...options }),
  );
}

type Place = { workspaceId: string; channelId: string };

/** Takes in a public post: one that calls the account, or its own answer to one. */
export function takeInPost(
  { workspaceId, channelId }: Place,
  { threadExternalId, post, ...told }: ToldPost,
): Promise<Receipt | 'unheld'> {
  const receive = told.direction === 'inbound' ? receiveMention : receiveOwnPost;
  const mention = {
    ...told,
    kind: 'message' as const,
    attachments: [],
    channelId,
    post: { ...post, thread: threadExternalId },
  };
  return asSystem<Receipt | 'unheld'>(workspaceId, (context) => receive(context, mention));
}

/** A post is gone from the network. */
export function takeAway(
  { workspaceId, channelId }: Place,
  { externalId }: Extract<InboundEvent, { kind: 'post_deleted' }>,
): Promise<Receipt | 'unheld'> {
  return asSystem<Receipt | 'unheld'>(workspaceId, (context) =>
    forgetPost(context, { channelId, externalId }),
  );
}
