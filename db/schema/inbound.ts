import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns';

export const inboundStates = ['pending', 'processing', 'done', 'quarantined'] as const;

/** What became of the things told in one delivery; their sum is the number of things told. */
export type InboundTally = { received: number; repeated: number; ignored: Record<string, number> };

/**
 * Each verified webhook body, byte for byte, committed before the network gets its 200.
 * Not yet anybody's: which workspace it concerns is only known once it is read.
 */
export const inboundDeliveries = pgTable(
  'inbound_deliveries',
  {
    id: uuid().primaryKey(),
    network: text().notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    body: bytes().notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    state: text({ enum: inboundStates }).notNull().default('pending'),
    tries: integer().notNull().default(0),
    dueAt: instant('due_at').defaultNow(),
    leaseUntil: instant('lease_until'),
    /** The worker's hold on the row; only its holder may finish it. */
    leaseId: uuid('lease_id'),
    tally: jsonb().$type<InboundTally>(),
    /** Why it is quarantined or will be tried again: an error's name and code, never message text. */
    problem: text(),
    /** The workspaces whose channels a quarantined body names: their admins may see that it exists. */
    concerns: uuid().array().notNull().default(sql`'{}'`),
    doneAt: instant('done_at'),
  },
  (table) => [
    uniqueIndex('inbound_dedupe').on(table.network, table.dedupeKey),
    index('inbound_due').on(table.dueAt).where(sql`due_at is not null`),
    // Rows lie in the order in which they came: this costs next to nothing and finds the old ones.
    index('inbound_received').using('brin', table.receivedAt),
    index('inbound_quarantined').on(table.receivedAt).where(sql`state = 'quarantined'`),
  ],
);

/** Which workers are alive. A web server is ready only while one of them is. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  id: uuid().primaryKey(),
  startedAt: instant('started_at').notNull().defaultNow(),
  beatAt: instant('beat_at').notNull().defaultNow(),
});

/** What the workers have counted since the beginning: they are not asked for metrics, the web server is. */
export const workCounts = pgTable('work_counts', {
  name: text().primaryKey(),
  count: bigint({ mode: 'number' }).notNull().default(0),
});
