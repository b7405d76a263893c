import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/**
 * Where the end of access is announced when a transaction commits. The payload is the id of one
 * session, or of a user whose sessions must all prove themselves again. A stream that hears its own
 * session or user closes; the browser comes back and is let in, or not.
 */
export const SESSIONS_CHANNEL = 'porchlight_sessions';

/** Tells every live stream of this session or this user to end, if this transaction commits. */
export async function announceRevocation(tx: Tx, sessionOrUserId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${SESSIONS_CHANNEL}, ${sessionOrUserId})`);
}
