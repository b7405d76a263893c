import 'server-only';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Happening } from '@/lib/domain/delivery/machine';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import { whyNot } from '@/lib/domain/delivery/why-not';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext, Outcome } from '../command';
import type { Delivery, Locked } from './delivery-for';
import { deliveryFor } from './delivery-for';
import { moveDelivery } from './move';

export type Decided = { messageId: string; state: DeliveryState };

/** What a person decided about a delivery: moves it, or refuses with the sentence that says why not. */
export async function decide(
  context: CommandContext,
  messageId: string,
  happening: Happening,
  allow: (locked: Locked) => Promise<void> = () => Promise.resolve(),
): Promise<Outcome<Decided>> {
  const locked = await deliveryFor(context, messageId);
  await allow(locked);
  const move = await moveDelivery(context, locked, happening);
  if (!move.moved) {
    throw new Refusal('conflict', whyNot[move.why], { state: locked.delivery.state });
  }
  return {
    value: { messageId, state: move.state },
    events: [decidedEvent(locked.delivery, happening.kind), ...move.events],
    nudges: move.nudges,
  };
}

/** The fact that a person, and not the machine, chose this. */
export function decidedEvent(
  { conversationId, channelId, messageId, state }: Delivery,
  decision: string,
): EventDraft {
  return {
    type: 'delivery.decided',
    conversationId,
    channelId,
    messageId,
    data: { decision, from: state },
  };
}
