import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem, withWorkspace } from '@/db/client';

/** Where an offer is; the system role sees ids, states and times, never a word of it. */
export type OfferPlace = { workspaceId: string; offerId: string };

/** Running offers in which somebody's turn has come, without those named. */
export async function offersDue(limit: number, without: readonly string[]): Promise<OfferPlace[]> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<OfferPlace>(sql`
        select offer.workspace_id as "workspaceId", offer.id as "offerId"
        from offers offer
        where offer.state = 'running'
          and not offer.id = any(${`{${without.join(',')}}`}::uuid[])
          and exists (
            select from offer_recipients recipient
            where recipient.workspace_id = offer.workspace_id and recipient.offer_id = offer.id
              and recipient.due_at <= now())
        order by random() limit ${limit}`),
    'read',
  );
  return rows;
}

/** Lets others pass somebody over whom there is trouble: their turn comes again later. */
export async function putOffFirst(
  { workspaceId, offerId }: OfferPlace,
  forMs: number,
): Promise<void> {
  await withWorkspace(workspaceId, (tx) =>
    tx.execute(sql`
      update offer_recipients set due_at = clock_timestamp() + ${forMs} * interval '1 millisecond'
      where workspace_id = ${workspaceId} and offer_id = ${offerId} and identity_id = (
        select identity_id from offer_recipients
        where workspace_id = ${workspaceId} and offer_id = ${offerId} and state = 'waiting'
          and due_at <= clock_timestamp()
        order by due_at, identity_id limit 1)`),
  );
}
