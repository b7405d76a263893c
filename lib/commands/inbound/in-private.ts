import 'server-only';
import type { ArrivalEffect } from '@/lib/domain/conversation/arrival';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Lane } from '@/lib/jobs/nudge';
import { heardAgain } from '../channel/silence';
import type { CommandContext } from '../command';
import { heedWord } from '../consent/heed-word';
import { handoffArrived } from '../handoff/arrive';
import { keepOrigin } from './origin';
import type { Place, Thread } from './place';
import type { ToldMessage } from './told';

type Arrived = {
  place: Place;
  thread: Thread;
  message: ToldMessage;
  messageId: string;
  effect: ArrivalEffect;
};

/**
 * What a private message means beside what it says: by which link it came, that they followed an
 * invitation, that a silence is over, and what it allows or forbids. A post means none of it.
 */
export async function meantInPrivate(
  context: CommandContext<null>,
  { place, thread, message, messageId, effect }: Arrived,
): Promise<{ events: EventDraft[]; nudges: Lane[] }> {
  if (message.post) return { events: [], nudges: [] };
  const origin = await keepOrigin(context, { thread, message, messageId, effect });
  const arrived = place.isInvited ? await handoffArrived(context, thread.id, message) : [];
  const heard = place.isSilent ? await heardAgain(context, message.channelId) : [];
  const word = { conversationId: thread.id, message, messageId };
  const consent = place.effect
    ? await heedWord(context, { ...word, effect: place.effect })
    : { events: [], nudges: [] };
  return {
    events: [...origin, ...arrived, ...heard, ...consent.events],
    nudges: consent.nudges,
  };
}
