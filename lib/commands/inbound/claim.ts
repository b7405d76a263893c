import 'server-only';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { withSystem } from '@/db/client';

/** A webhook body in the hands of this worker, until its lease ends. */
export type ClaimedDelivery = {
  id: string;
  leaseId: string;
  network: string;
  body: Buffer;
  /** How often it has been tried, this time included. */
  tries: number;
  /** Since it came, in milliseconds. */
  ageMs: number;
  /** Somebody had it before and did not come back. */
  wasAbandoned: boolean;
};

/**
 * Takes bodies that are due, the longest due first, and holds them for `leaseMs`: up to `each` for every
 * hand that is free, but of those that failed before only one a hand.
 */
export async function claimDeliveries(
  hands: number,
  each: number,
  leaseMs: number,
): Promise<ClaimedDelivery[]> {
  const { rows } = await withSystem((tx) =>
    tx.execute<ClaimedDelivery>(sql`
      with due as (
        select id, state, tries, due_at from inbound_deliveries where due_at <= now()
        order by due_at limit ${hands * each} for update skip locked
      ), ranked as (
        select due.*, row_number() over (partition by tries > 0 order by due_at) as place from due
      ), until as (select now() + ${leaseMs} * interval '1 millisecond' as lease)
      update inbound_deliveries taken set state = 'processing', tries = taken.tries + 1,
        lease_id = ${uuid()}, lease_until = until.lease, due_at = until.lease
      from ranked, until
      where taken.id = ranked.id and (ranked.tries = 0 or ranked.place <= ${hands})
      returning taken.id, taken.lease_id as "leaseId", taken.network, taken.body, taken.tries,
        extract(epoch from now() - taken.received_at)::float8 * 1000 as "ageMs",
        ranked.state = 'processing' as "wasAbandoned"`),
  );
  return rows;
}
