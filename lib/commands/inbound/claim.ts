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

/** Takes up to `limit` bodies that are due, the longest due first, and holds them for `leaseMs`. */
export async function claimDeliveries(limit: number, leaseMs: number): Promise<ClaimedDelivery[]> {
  const leaseId = uuid();
  const { rows } = await withSystem((tx) =>
    tx.execute<ClaimedDelivery>(sql`
      with due as (
        select id, state from inbound_deliveries where due_at <= now()
        order by due_at limit ${limit} for update skip locked
      ), until as (select now() + ${`${leaseMs} ms`}::interval as lease)
      update inbound_deliveries taken set state = 'processing', tries = tries + 1,
        lease_id = ${leaseId}, lease_until = until.lease, due_at = until.lease
      from due, until where taken.id = due.id
      returning taken.id, taken.lease_id as "leaseId", taken.network, taken.body, taken.tries,
        extract(epoch from now() - taken.received_at)::float8 * 1000 as "ageMs",
        due.state = 'processing' as "wasAbandoned"`),
  );
  return rows;
}
