import 'server-only';
import type { ArrivalEffect } from '@/lib/domain/conversation/arrival';
import { effectOf } from '@/lib/domain/conversation/arrival';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext, Outcome } from '../command';
import { expectMedia } from '../media/expect';
import { leaveAbsent } from '../routing/leave-absent';
import { meantInPrivate } from './in-private';
import { joinThread } from './join';
import type { Thread } from './place';
import { findPlace } from './place';
import { sortArrived } from './sort';
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
  const effect = effectOf({ ...thread, newest: thread.newestOfTheirs });
  const isLate = isLateIn(thread);
  const waiting = waits(thread, effect) ? 'since' : 'keep';
  const messageId = await joinThread(context, thread, told, { effect, waiting });
  if (messageId === undefined) return { value: 'repeated', events: [] };

  if (isLate) await countWaitAgain(context, thread.id);
  const facts = factsOf({ thread, message, messageId, effect });
  const meant = await meantInPrivate(context, { place, thread, message, messageId, effect });
  const sorted = await sortArrived(context, { thread, message, messageId });
  const left = await leaveAbsent(context, thread.id);
  const nudges = await expectMedia(context, { messageId, ...message });
  return {
    value: 'received',
    events: [...facts, ...meant.events, ...sorted.events, ...left],
    nudges: [...nudges, ...meant.nudges, ...sorted.nudges],
  };
}

/** Nobody waits in what is settled or unwanted; whether a late message waits takes a closer look. */
function waits({ status, newest }: Thread, effect: ArrivalEffect): boolean {
  if (effect === 'reopens' || effect === 'returns') return true;
  return newest && status !== 'resolved' && status !== 'spam';
}

function factsOf(what: {
  thread: Thread;
  message: ToldMessage;
  messageId: string;
  effect: ArrivalEffect;
}): EventDraft[] {
  const { thread, message, messageId, effect } = what;
  const place = { conversationId: thread.id, channelId: message.channelId };
  const { postId, welcomeMessageId } = message.initiatedVia ?? {};
  return [
    ...(thread.isNew ? [{ type: 'conversation.started', ...place } as const] : []),
    ...movedBy(effect).map((fact) => ({ ...fact, ...place })),
    {
      type: 'message.received',
      ...place,
      messageId,
      data: {
        ...(message.healed && { healed: true }),
        ...(effect === 'opens' && { to: 'open' }),
        ...(postId && { postId }),
        ...(welcomeMessageId && { welcomeMessageId }),
      },
    },
  ];
}

/** That we waited for it, the message itself says. */
function movedBy(effect: ArrivalEffect): EventDraft[] {
  if (effect === 'wakes') return [{ type: 'conversation.woke', data: { because: 'message' } }];
  if (effect !== 'reopens' && effect !== 'returns') return [];
  return [{ type: 'conversation.reopened', data: { newEpisode: effect === 'returns' } }];
}
