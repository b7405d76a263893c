import 'server-only';
import { z } from 'zod';
import { offers } from '@/db/schema/offers';
import { command } from '../command';
import { isOffer, offerChanged, offerFor, requireStep, requireVersion } from './offer-for';
import { labelIds, offerBody, offerName, requireLabels } from './values';

/**
 * Other words, or other people. What was approved is not any more, and whoever changed it is its author
 * from then on: nobody approves what they wrote.
 */
export const changeOffer = command({
  permission: 'offer.write',
  input: z.strictObject({
    offerId: z.uuid(),
    version: z.int(),
    name: offerName,
    body: offerBody,
    labelIds,
  }),
  async run(context, { offerId, version, ...values }) {
    const { tx, workspaceId, actor } = context;
    const offer = await offerFor(context, offerId);
    requireVersion(offer, version);
    const state = requireStep(offer, 'change');
    await requireLabels(context, values.labelIds);
    const changed = version + 1;
    await tx
      .update(offers)
      .set({
        ...values,
        state,
        authorId: actor.memberId,
        approvedBy: null,
        approvedAt: null,
        version: changed,
      })
      .where(isOffer(workspaceId, offerId));
    return { value: { version: changed }, events: [offerChanged(offer)] };
  },
});
