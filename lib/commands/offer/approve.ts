import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offers } from '@/db/schema/offers';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { isOffer, offerChanged, offerFor, requireStep, requireVersion } from './offer-for';
import { requireSendable } from './sendable';

/** A second pair of eyes: somebody else than the author has read exactly this version. */
export const approveOffer = command({
  permission: 'offer.approve',
  input: z.strictObject({ offerId: z.uuid(), version: z.int() }),
  async run(context, { offerId, version }) {
    const { tx, workspaceId, actor } = context;
    const offer = await offerFor(context, offerId);
    requireVersion(offer, version);
    const state = requireStep(offer, 'approve');
    if (offer.authorId === actor.memberId) {
      throw new Refusal('forbidden', 'You wrote this offer. Somebody else has to approve it.');
    }
    await requireSendable(context, offer);
    await tx
      .update(offers)
      .set({ state, approvedBy: actor.memberId, approvedAt: sql`now()` })
      .where(isOffer(workspaceId, offerId));
    return { value: null, events: [offerChanged(offer)] };
  },
});
