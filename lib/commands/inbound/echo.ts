import 'server-only';
import { and, eq } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext, Outcome } from '../command';
import { bindDelivery } from '../delivery/bind';
import { confirmSent } from '../delivery/confirm';
import { waitingSinceNow } from '../delivery/customer-waits';
import type { Consequences } from '../delivery/move';
import { findSender, identityFor } from './identity';
import { findOwnReply } from './own-reply';
import type { Thread } from './thread';
import { asNewest, threadFor, writeMessage } from './thread';
import type { Receipt, ToldMessage } from './told';

/**
 * Takes in a message that the brand's own account sent. When it is a reply of ours, that reply is now
 * sent, whatever we believed; when it was written elsewhere, it joins the thread as such.
 */
export async function receiveEcho(
  context: CommandContext<null>,
  message: ToldMessage,
): Promise<Outcome<Receipt>> {
  const sender = await findSender(context, message);
  if (!sender) return { value: 'gone', events: [] };
  if (sender.known) return await repeated(context, message);

  const told = { message, kind: 'outbound' } as const;
  const identityId =
    sender.identityId ?? (await identityFor(context, sender.network, message.participant));
  const thread = await threadFor(context, identityId, told);
  const bound = thread.isNew ? undefined : await bindOurs(context, thread.id, message);
  if (bound) return { value: 'received', ...bound };
  const messageId = await writeMessage(context, thread.id, told);
  if (messageId === undefined) return await repeated(context, message);
  if (!thread.isNew) await advance(context, thread, message);
  return { value: 'received', events: factsOf(thread, { message, messageId }) };
}

/** The network answered us before it showed us the message: only now do we learn its time. */
async function repeated(
  context: CommandContext<null>,
  message: ToldMessage,
): Promise<Outcome<Receipt>> {
  return { value: 'repeated', ...(await confirmSent(context, message)) };
}

/** The reply of ours that this is, if it is one, is sent. */
async function bindOurs(
  context: CommandContext<null>,
  conversationId: string,
  message: ToldMessage,
): Promise<Consequences | undefined> {
  const { externalId, at } = message;
  const messageId = await findOwnReply(context, conversationId, message);
  if (messageId === undefined) return undefined;
  const { bound, ...consequences } = await bindDelivery(context, { messageId, externalId, at });
  return bound ? consequences : undefined;
}

/** An answer from elsewhere is an answer: what it followed no longer waits. */
async function advance(
  context: CommandContext<null>,
  thread: Thread,
  message: ToldMessage,
): Promise<void> {
  const { tx, workspaceId } = context;
  const isLate = !thread.newest && thread.status !== 'resolved' && thread.status !== 'spam';
  if (!(thread.newest || isLate)) return;
  await tx
    .update(conversations)
    .set({
      ...(thread.newest && { ...asNewest({ message, kind: 'outbound' }), waitingSince: null }),
      ...(isLate && { waitingSince: await waitingSinceNow(context, thread.id) }),
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, thread.id)));
}

function factsOf(
  thread: Thread,
  { message, messageId }: { message: ToldMessage; messageId: string },
): EventDraft[] {
  const place = { conversationId: thread.id, channelId: message.channelId };
  return [
    ...(thread.isNew ? [{ type: 'conversation.started', ...place } as const] : []),
    {
      type: 'message.echoed',
      ...place,
      messageId,
      data: message.healed ? { healed: true } : {},
    },
  ];
}
