import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/db/client';
import { withSystem } from '@/db/client';
import { sessions } from '@/db/schema/accounts';
import { Refusal } from '@/lib/domain/refusal';
import { announceRevocation } from './revocation';
import { hashOfSecret, newSecret, SESSION_DAYS } from './session-cookie';

export type NewSession = {
  userId: string;
  ip: string | null;
  userAgent: string | null;
  /** The workspace to look at; by default the one this person looked at last. */
  workspaceId?: string;
  /** The secret of the session this browser had, which ends now. */
  replaces: string | null;
};

/** A new session row for every sign-in; returns the secret that goes into the cookie and nowhere else. */
export function startSession(start: NewSession): Promise<string> {
  const secret = newSecret();
  const { userId, workspaceId, ip, replaces } = start;
  const userAgent = start.userAgent?.slice(0, 400) ?? null;
  return withSystem(async (tx) => {
    if (replaces !== null) await endOfSecret(tx, replaces);
    await tx.execute(sql`
      insert into sessions (id, secret_hash, user_id, workspace_id, expires_at, ip, user_agent)
      values (${uuidv7()}, ${hashOfSecret(secret)}, ${userId},
        coalesce(${workspaceId ?? null}::uuid, (
          select m.workspace_id from members m
          left join lateral (
            select max(s.seen_at) as seen from sessions s
            where s.user_id = m.user_id and s.workspace_id = m.workspace_id
          ) last on true
          where m.user_id = ${userId} and m.removed_at is null
          order by last.seen desc nulls last, m.created_at limit 1)),
        now() + make_interval(days => ${SESSION_DAYS}), ${ip}, ${userAgent})`);
    return secret;
  });
}

/** Ends one session, wherever it is open; false when it is not this person's or has ended before. */
export async function endSession(
  tx: Tx,
  { sessionId, userId }: { sessionId: string; userId: string },
): Promise<boolean> {
  const mine = and(
    eq(sessions.id, sessionId),
    eq(sessions.userId, userId),
    isNull(sessions.revokedAt),
  );
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(mine)
    .returning({ id: sessions.id });
  if (ended.length > 0) await announceRevocation(tx, sessionId);
  return ended.length > 0;
}

/** Ends every session of a person, in whatever workspace it looks, but for one. */
export async function endSessions(
  tx: Tx,
  { userId, except }: { userId: string; except?: string },
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id });
  if (ended.length > 0) await announceRevocation(tx, userId);
  return ended.length;
}

/** Ends the session whose secret this is, if it is still open. */
export function endSessionOfSecret(secret: string): Promise<void> {
  return withSystem((tx) => endOfSecret(tx, secret));
}

/** Lets a session look at another workspace; false when its person is no member there. */
export async function moveSession(
  tx: Tx,
  { sessionId, userId }: { sessionId: string; userId: string },
  workspaceId: string,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update sessions set workspace_id = ${workspaceId}
    where id = ${sessionId} and user_id = ${userId} and revoked_at is null and exists (
      select from members where members.workspace_id = ${workspaceId} and members.user_id = ${userId}
        and members.removed_at is null)`);
  if (rowCount === 1) await announceRevocation(tx, sessionId);
  return rowCount === 1;
}

/** The same for someone who is no member of the workspace they look at now. Refuses as `not_found`. */
export async function enterWorkspace(
  person: { sessionId: string; userId: string },
  workspaceId: string,
): Promise<void> {
  const moved = await withSystem((tx) => moveSession(tx, person, workspaceId));
  if (!moved) throw new Refusal('not_found', 'There is no such workspace.');
}

async function endOfSecret(tx: Tx, secret: string): Promise<void> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.secretHash, hashOfSecret(secret)), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  for (const { id } of ended) {
    // biome-ignore lint/performance/noAwaitInLoops: at most one row has this secret
    await announceRevocation(tx, id);
  }
}
