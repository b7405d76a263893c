import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../client';

/** Few enough for the parameters of one statement, and for its time: each message is taken apart into words. */
const MOST_ROWS = 250;

export async function inBatches<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    await tx.insert(table).values(rows.slice(from, from + MOST_ROWS));
  }
}
