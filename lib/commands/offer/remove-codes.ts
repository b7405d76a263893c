import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { offerCodes } from '@/db/schema/offers';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { offerChanged, offerFor } from './offer-for';

/** Empties the pool of an offer that has not started: the file was the wrong one. */
export const removeOfferCodes = command({
  permission: 'offer.write',
  input: z.strictObject({ offerId: z.uuid() }),
  async run(context, { offerId }) {
    const { tx, workspaceId } = context;
    const offer = await offerFor(context, offerId);
    if (offer.state !== 'draft' && offer.state !== 'approved') {
      throw new Refusal('conflict', 'Codes are being given out already.');
    }
    const removed = await tx
      .delete(offerCodes)
      .where(
        and(
          eq(offerCodes.workspaceId, workspaceId),
          eq(offerCodes.offerId, offerId),
          isNull(offerCodes.identityId),
        ),
      )
      .returning({ code: offerCodes.code });
    return {
      value: { removed: removed.length },
      events: removed.length > 0 ? [offerChanged(offer)] : [],
    };
  },
});
