import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';

/** What an operator watches. Ages in seconds, 0 when nothing waits; silence is null before the first sign of life. */
export type Vitals = {
  inboundPending: number;
  inboundOldestSeconds: number;
  inboundQuarantined: number;
  deliveriesQueued: number;
  queuedOldestSeconds: number;
  deliveriesUnknown: number;
  unknownOldestSeconds: number;
  deliveriesInReview: number;
  workers: number;
};

type ChannelSilence = { channelId: string; network: string; seconds: number | null };

export type Readings = {
  vitals: Vitals;
  silences: ChannelSilence[];
  counts: { name: string; count: number }[];
};

/** Over all workspaces, by the system role, which sees states and times and no contents. */
export function readVitals(): Promise<Readings> {
  return withSystem(async (tx) => {
    const vitals = await tx.execute<Vitals>(sql`
      select
        (select count(*)::int from inbound_deliveries where due_at is not null) as "inboundPending",
        (select ${age('received_at')} from inbound_deliveries where due_at is not null) as "inboundOldestSeconds",
        (select count(*)::int from inbound_deliveries where state = 'quarantined') as "inboundQuarantined",
        (select count(*)::int from deliveries where state = 'queued') as "deliveriesQueued",
        (select ${age('greatest(not_before, created_at)')} from deliveries where state = 'queued') as "queuedOldestSeconds",
        (select count(*)::int from deliveries where state = 'unknown') as "deliveriesUnknown",
        (select ${age('updated_at')} from deliveries where state = 'unknown') as "unknownOldestSeconds",
        (select count(*)::int from deliveries where state = 'needs_review') as "deliveriesInReview",
        (select count(*)::int from worker_heartbeats where beat_at > now() - interval '1 minute') as workers`);
    const silences = await tx.execute<ChannelSilence>(sql`
      select id as "channelId", network,
        extract(epoch from now() - last_proof_at)::float8 as seconds
      from channels where status <> 'disconnected'`);
    const counts = await tx.execute<{ name: string; count: number }>(
      sql`select name, count::float8 as count from work_counts`,
    );
    const [read] = vitals.rows;
    if (!read) throw new Error('a query without a table returned no row');
    return { vitals: read, silences: silences.rows, counts: counts.rows };
  }, 'read');
}

/** Seconds since the oldest; a time that is still to come is no age. */
function age(column: string) {
  return sql.raw(`coalesce(greatest(extract(epoch from now() - min(${column})), 0), 0)::float8`);
}
