import 'server-only';
import { and, eq } from 'drizzle-orm';
import { offers } from '@/db/schema/offers';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { OfferState, OfferStep } from '@/lib/domain/offers/offer';
import { afterStep } from '@/lib/domain/offers/offer';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

export type Offer = typeof offers.$inferSelect;

/**
 * An offer that is about to change or to be given out, locked: a pause waits for the one recipient
 * whose turn it is, and nobody's comes after it. Refuses as `not_found`, also for another workspace's.
 */
export async function offerFor(
  context: CommandContext<Actor | null>,
  offerId: string,
): Promise<Offer> {
  const offer = await findOffer(context, offerId);
  if (!offer) throw new Refusal('not_found', 'There is no such offer here.');
  return offer;
}

/** The same for the worker, which may come upon what is gone. */
export async function findOffer(
  { tx, workspaceId }: CommandContext<Actor | null>,
  offerId: string,
): Promise<Offer | undefined> {
  const [offer] = await tx.select().from(offers).where(isOffer(workspaceId, offerId)).for('update');
  return offer;
}

export function isOffer(workspaceId: string, offerId: string) {
  return and(eq(offers.workspaceId, workspaceId), eq(offers.id, offerId));
}

/** Where a step leads; refuses one that cannot be taken from where the offer stands. */
export function requireStep({ state }: Offer, step: OfferStep): OfferState {
  const to = afterStep(state, step);
  if (to === null) throw new Refusal('conflict', cannot[state], { state });
  return to;
}

/** Refuses whoever looks at other words than those that stand there now. */
export function requireVersion({ version }: Offer, seen: number): void {
  if (version === seen) return;
  throw new Refusal('conflict', 'Somebody has changed this offer since you opened it.', {
    version,
  });
}

const cannot: Record<OfferState, string> = {
  draft: 'This offer is a draft: somebody else has to approve it first.',
  approved: 'This offer is approved and not started yet.',
  running: 'This offer is being given out. Pause or stop it first.',
  paused: 'This offer is paused. Resume or stop it.',
  stopped: 'This offer was stopped for good.',
  done: 'This offer was given out: everybody’s turn came.',
};

export function offerChanged({ id: offerId, channelId }: Offer): EventDraft {
  return { type: 'offer.changed', channelId, data: { offerId } };
}
