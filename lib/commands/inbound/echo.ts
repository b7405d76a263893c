import 'server-only';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext, Outcome } from '../command';
import { bindDelivery } from '../delivery/bind';
import { confirmSent } from '../delivery/confirm';
import type { Consequences } from '../delivery/move';
import { expectMedia } from '../media/expect';
import { joinThread } from './join';
import { findOwnReply } from './own-reply';
import type { Thread } from './place';
import { findPlace } from './place';
import { countWaitAgain, isLateIn, threadFor } from './thread';
import type { Receipt, ToldMessage } from './told';

/**
 * Takes in a message that the brand's own account sent. When it is a reply of ours, that reply is now
 * sent, whatever we believed; when it was written elsewhere, it joins the thread as such.
 */
export async function receiveEcho(
  context: CommandContext<null>,
  message: ToldMessage,
): Promise<Outcome<Receipt>> {
  const place = await findPlace(context, message);
  if (!place) return { value: 'gone', events: [] };
  if (place.known) return await repeated(context, message);

  const told = { message, kind: 'outbound' } as const;
  const thread = await threadFor(context, place, told);
  const bound = thread.isNew ? undefined : await bindOurs(context, thread.id, message);
  if (bound) return { value: 'received', ...bound };

  // An answer from elsewhere is an answer: what it followed no longer waits.
  const waiting = thread.newest ? 'nobody' : 'keep';
  const effect = thread.newest && thread.status === 'open' ? 'answered' : 'stays';
  const messageId = await joinThread(context, thread, told, { effect, waiting });
  if (messageId === undefined) return await repeated(context, message);
  if (isLateIn(thread)) await countWaitAgain(context, thread.id);
  const nudges = await expectMedia(context, { messageId, ...message });
  return { value: 'received', events: factsOf(thread, { message, messageId, effect }), nudges };
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

function factsOf(
  thread: Thread,
  what: { message: ToldMessage; messageId: string; effect: 'answered' | 'stays' },
): EventDraft[] {
  const { message, messageId, effect } = what;
  const place = { conversationId: thread.id, channelId: message.channelId };
  return [
    ...(thread.isNew ? [{ type: 'conversation.started', ...place } as const] : []),
    {
      type: 'message.echoed',
      ...place,
      messageId,
      data: {
        ...(message.healed && { healed: true }),
        ...(effect === 'answered' && { to: 'waiting' }),
      },
    },
  ];
}
