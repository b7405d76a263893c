import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/** The kinds of work a worker does. Each claims its due rows itself; a nudge only says "look now". */
export const lanes = ['inbound', 'delivery', 'reconcile', 'healing'] as const;
export type Lane = (typeof lanes)[number];

export const WORK_CHANNEL = 'porchlight_work';

/** Wakes a lane when this transaction commits. Losing it costs a poll interval, never the work. */
export async function nudge(tx: Tx, lane: Lane): Promise<void> {
  await tx.execute(sql`select pg_notify(${WORK_CHANNEL}, ${lane})`);
}
