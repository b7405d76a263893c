import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { offerRecipients } from '@/db/schema/offers';
import { readCodes } from '@/lib/domain/offers/codes';
import type { OfferState } from '@/lib/domain/offers/offer';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { offerChanged, offerFor } from './offer-for';

const mostShown = 5;

/**
 * More codes for the pool, from a table or one on a line. What stood there already is told and not added.
 * Whoever got none because there were none has their turn again.
 */
export const addOfferCodes = command({
  permission: 'offer.write',
  input: z.strictObject({
    offerId: z.uuid(),
    csv: z.string().max(900_000, 'This file is too large.'),
  }),
  async run(context, { offerId, csv }) {
    const offer = await offerFor(context, offerId);
    if (!takesCodes.includes(offer.state)) {
      throw new Refusal('conflict', 'This offer is over: its codes stay as they are.');
    }
    const { codes, repeated, problems } = readCodes(csv);
    if (problems.length > 0) throw new Refusal('invalid', told(problems));
    const added = await insert(context, offerId, codes);
    if (added > 0) await giveAnotherTurn(context, offerId);
    return {
      value: { added, repeated: repeated + codes.length - added },
      events: added > 0 ? [offerChanged(offer)] : [],
      nudges: ['offer'],
    };
  },
});

const takesCodes: readonly OfferState[] = ['draft', 'approved', 'running', 'paused'];

function told(problems: readonly string[]): string {
  const more = problems.length - mostShown;
  const shown = problems.slice(0, mostShown).join(' ');
  return `${shown}${more > 0 ? ` And ${more} more.` : ''} Nothing was added.`;
}

async function insert(
  { tx, workspaceId }: CommandContext,
  offerId: string,
  codes: readonly string[],
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into offer_codes (workspace_id, offer_id, code, no)
    select ${workspaceId}, ${offerId}, given.code, given.place + coalesce((
      select max(no) from offer_codes
      where workspace_id = ${workspaceId} and offer_id = ${offerId}), 0)
    from jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb) with ordinality as given (code, place)
    on conflict do nothing`);
  return rowCount ?? 0;
}

async function giveAnotherTurn(
  { tx, workspaceId }: CommandContext,
  offerId: string,
): Promise<void> {
  await tx
    .update(offerRecipients)
    .set({ state: 'waiting', dueAt: sql`now()`, decision: null, decidedAt: null })
    .where(
      and(
        eq(offerRecipients.workspaceId, workspaceId),
        eq(offerRecipients.offerId, offerId),
        eq(offerRecipients.state, 'no_code'),
      ),
    );
}
