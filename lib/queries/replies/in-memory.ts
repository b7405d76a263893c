import 'server-only';
import type { Tx } from '@/db/client';

/** From here on, statements of this transaction sort in memory what else would go through files: for reports. */
export async function inMemory(tx: Tx): Promise<void> {
  await tx.$client.query("set local work_mem = '48MB'");
}

/**
 * The same, and for this one question every table is read once and joined as a whole: a workspace that has just filled has no
 * statistics, and reading one row after the other would then look like the cheapest way to a hundred thousand.
 */
export async function inOneGo<T>(tx: Tx, ask: () => Promise<T>): Promise<T> {
  await inMemory(tx);
  await tx.$client.query('set local enable_nestloop = off');
  const answer = await ask();
  await tx.$client.query('set local enable_nestloop = on');
  return answer;
}
