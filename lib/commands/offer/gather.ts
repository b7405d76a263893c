import 'server-only';
import { and, count, eq, isNull } from 'drizzle-orm';
import { prepared } from '@/db/client';
import { offerCodes } from '@/db/schema/offers';
import { asksForCode } from '@/lib/domain/offers/text';
import { Refusal } from '@/lib/domain/refusal';
import { audience } from '@/lib/offer-audience';
import type { CommandContext } from '../command';
import type { Offer } from './offer-for';
import { requireSendable } from './sendable';

/**
 * Writes down whom an offer is for: who agreed, at this moment. Whether each may have it is asked when
 * their turn comes. Refuses an offer for nobody, and one that promises codes that are not there.
 */
export async function gather(context: CommandContext, offer: Offer): Promise<void> {
  const { tx, workspaceId } = context;
  await requireSendable(context, offer);
  if (asksForCode(offer.body) && (await codesLeft(context, offer)) === 0) {
    throw new Refusal('conflict', 'The text promises a code, and there are none. Add codes first.');
  }
  const gathered = await prepared<{ identityId: string }>(tx, {
    name: 'offer_gather',
    text: `
      insert into offer_recipients (workspace_id, offer_id, identity_id, conversation_id)
      select c.workspace_id, $4, i.id, c.id from ${audience}
      on conflict do nothing returning identity_id as "identityId"`,
    values: [workspaceId, offer.channelId, offer.labelIds, offer.id],
  });
  if (gathered.length === 0) {
    throw new Refusal(
      'conflict',
      offer.labelIds.length > 0
        ? 'Nobody who carries one of these labels has agreed to be sent offers.'
        : 'Nobody on this channel has agreed to be sent offers.',
    );
  }
}

async function codesLeft({ tx, workspaceId }: CommandContext, { id }: Offer): Promise<number> {
  const [left] = await tx
    .select({ count: count() })
    .from(offerCodes)
    .where(
      and(
        eq(offerCodes.workspaceId, workspaceId),
        eq(offerCodes.offerId, id),
        isNull(offerCodes.identityId),
      ),
    );
  return left?.count ?? 0;
}
