import 'server-only';
import { effectOf } from '@/lib/domain/conversation/arrival';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext, Outcome } from '../command';
import { joinThread } from './join';
import type { Thread } from './place';
import { findPlace } from './place';
import { countWaitAgain, isLateIn, threadFor } from './thread';
import type { Receipt, ToldMessage } from './told';

/**
 * Takes in what a customer wrote: the person, the conversation, the message, and what it changes.
 * Told again, it changes nothing; told late, it takes its place without moving what came after it.
 */
export async function receiveMessage(
  context: CommandContext<null>,
  message: ToldMessage,
): Promise<Outcome<Receipt>> {
  const place = await findPlace(context, message);
  if (!place) return { value: 'gone', events: [] };
  if (place.known) return { value: 'repeated', events: [] };

  const told = { message, kind: 'inbound' } as const;
  const thread = await threadFor(context, place, told);
  const effect = effectOf(thread);
  const isLate = effect === 'stays' && isLateIn(thread);
  const waiting = waits(thread, effect) ? 'since' : 'keep';
  const messageId = await joinThread(context, thread, told, { effect, waiting });
  if (messageId === undefined) return { value: 'repeated', events: [] };

  if (isLate) await countWaitAgain(context, thread.id);
  return { value: 'received', events: factsOf({ thread, message, messageId, effect }) };
}

type Effect = ReturnType<typeof effectOf>;

/** Nobody waits in what is settled or unwanted; whether a late message waits takes a closer look. */
function waits({ status, newest }: Thread, effect: Effect): boolean {
  return effect !== 'stays' || (newest && status !== 'resolved' && status !== 'spam');
}

function factsOf(what: {
  thread: Thread;
  message: ToldMessage;
  messageId: string;
  effect: Effect;
}): EventDraft[] {
  const { thread, message, messageId, effect } = what;
  const place = { conversationId: thread.id, channelId: message.channelId };
  const { postId, welcomeMessageId } = message.initiatedVia ?? {};
  return [
    ...(thread.isNew ? [{ type: 'conversation.started', ...place } as const] : []),
    ...(effect === 'stays'
      ? []
      : [
          {
            type: 'conversation.reopened',
            ...place,
            data: { newEpisode: effect === 'returns' },
          } as const,
        ]),
    {
      type: 'message.received',
      ...place,
      messageId,
      data: {
        ...(message.healed && { healed: true }),
        ...(postId && { postId }),
        ...(welcomeMessageId && { welcomeMessageId }),
      },
    },
  ];
}
