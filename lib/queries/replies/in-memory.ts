import 'server-only';
import type { Tx } from '@/db/client';

/** From here on, statements of this transaction sort in memory what else would go through files: for reports. */
export async function inMemory(tx: Tx): Promise<void> {
  await tx.$client.query("set local work_mem = '48MB'");
}
