import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { processWide } from './process-wide';

/** What is counted over all processes and restarts, for whoever watches the metrics. */
export const countNames = [
  'deliveries_repeated',
  'messages_repeated',
  'messages_healed',
  'inbound_leases_expired',
  'delivery_accepted',
  'delivery_not_accepted',
  'delivery_refused',
  'delivery_unknown',
  'delivery_overtaken',
  'delivery_leases_expired',
  'delivery_found',
  'conversations_woken',
  'offer_turns',
  'bulk_parts',
  'emails_sent',
  'emails_failed',
  'sla_steps_fired',
  'work_given',
  'work_taken_back',
  'replies_published',
  'replies_expired',
] as const;
export type CountName = (typeof countNames)[number];

const pending = processWide('counts', () => new Map<CountName, number>());

/** Counts in memory; `flushCounts` adds it to what stands in the database. */
export function count(name: CountName, by = 1): void {
  if (by > 0) pending.set(name, (pending.get(name) ?? 0) + by);
}

/** Adds what this process has counted since the last flush. Keeps it for the next one when that fails. */
export async function flushCounts(): Promise<void> {
  const taken = [...pending];
  if (taken.length === 0) return;
  pending.clear();
  // In one order everywhere, so that two processes never wait for each other.
  const rows = taken
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, by]) => sql`(${name}, ${by}::bigint)`);
  try {
    await withSystem((tx) =>
      tx.execute(sql`
        insert into work_counts as known (name, count) values ${sql.join(rows, sql`, `)}
        on conflict (name) do update set count = known.count + excluded.count`),
    );
  } catch (error) {
    for (const [name, by] of taken) count(name, by);
    throw error;
  }
}
