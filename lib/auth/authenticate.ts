import 'server-only';
import { sql } from 'drizzle-orm';
import { single, withSystem } from '@/db/client';
import type { Actor, Role } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { hashOfSecret, IDLE_HOURS, openSession } from './session-cookie';

/** Someone with a live session. `actor` is null when they are no member of the workspace they look at. */
export type Person = {
  userId: string;
  sessionId: string;
  email: string;
  actor: Actor | null;
};

type Row = {
  session_id: string;
  user_id: string;
  email: string;
  workspace_id: string | null;
  member_id: string | null;
  name: string | null;
  roles: Role[] | null;
  stale: boolean;
};

/**
 * The session cookie's value to the person it stands for at this moment. Refuses as `unauthenticated`
 * when it is not ours, revoked, expired, idle too long, or its person disabled.
 */
export async function authenticate(cookie: string | undefined): Promise<Person> {
  const secret = cookie ? await openSession(cookie, env().AUTH_SECRET) : null;
  if (secret === null) throw signedOut();
  return await personOfSecret(secret);
}

/** The same from the secret that the cookie seals. */
export async function personOfSecret(secret: string): Promise<Person> {
  const [row] = await single<Row>({
    name: 'porchlight_authenticate',
    text: 'select * from porchlight_authenticate($1, $2)',
    values: [hashOfSecret(secret), `${IDLE_HOURS} hours`],
  });
  if (row === undefined) throw signedOut();
  if (row.stale) void touch(row.session_id);
  return personOf(row);
}

function signedOut(): Refusal {
  return new Refusal('unauthenticated', 'Sign in to go on.');
}

function personOf(row: Row): Person {
  const { user_id: userId, session_id: sessionId, email } = row;
  return { userId, sessionId, email, actor: actorOf(row) };
}

function actorOf(row: Row): Actor | null {
  const { workspace_id: workspaceId, member_id: memberId, name, roles } = row;
  if (workspaceId === null || memberId === null || name === null || roles === null) return null;
  return {
    userId: row.user_id,
    memberId,
    workspaceId,
    sessionId: row.session_id,
    name,
    email: row.email,
    roles,
  };
}

// Not waited for: it only moves the idle limit, once a minute, and the next request would do it too.
async function touch(sessionId: string): Promise<void> {
  try {
    await withSystem((tx) =>
      tx.execute(
        sql`update sessions set seen_at = now() where id = ${sessionId} and seen_at < now() - interval '1 minute'`,
      ),
    );
  } catch (error) {
    log.warn({ err: error, sessionId }, 'a session could not be marked as seen');
  }
}
