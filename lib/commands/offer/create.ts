import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { offers } from '@/db/schema/offers';
import { channelFor } from '../channel/channel-for';
import { command } from '../command';
import { labelIds, offerBody, offerName, requireLabels } from './values';

/** A new offer of a channel, which nobody gets before somebody else has read it. */
export const createOffer = command({
  permission: 'offer.write',
  input: z.strictObject({
    channelId: z.uuid(),
    name: offerName,
    body: offerBody.default(''),
    labelIds,
  }),
  async run(context, { channelId, ...values }) {
    const { tx, workspaceId, actor } = context;
    await channelFor(context, channelId);
    await requireLabels(context, values.labelIds);
    const id = uuid();
    await tx
      .insert(offers)
      .values({ workspaceId, id, channelId, authorId: actor.memberId, ...values });
    return {
      value: { offerId: id },
      events: [{ type: 'offer.changed', channelId, data: { offerId: id } }],
    };
  },
});
