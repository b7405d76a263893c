import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/**
 * Inside a workspace's transaction, takes the system role for what belongs to no workspace: people and
 * their sessions. Both sides commit together or not at all; after a throw the transaction is over.
 */
export async function withSystemRights<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('role', 'porchlight_system', true)`);
  const value = await run();
  await tx.execute(sql`select set_config('role', 'porchlight_app', true)`);
  return value;
}
