import 'server-only';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { sessions } from '@/db/schema/accounts';
import { IDLE_HOURS } from '@/lib/auth/session-cookie';
import type { Actor } from '@/lib/domain/access/can';

export type SessionRow = {
  id: string;
  createdAt: string;
  seenAt: string;
  ip: string | null;
  userAgent: string | null;
  isThisOne: boolean;
};

/** The browsers in which this person is signed in at this moment, the last used first. */
export async function ownSessions({ userId, sessionId }: Actor): Promise<SessionRow[]> {
  const rows = await withSystem(
    (tx) =>
      tx
        .select({
          id: sessions.id,
          createdAt: sessions.createdAt,
          seenAt: sessions.seenAt,
          ip: sessions.ip,
          userAgent: sessions.userAgent,
        })
        .from(sessions)
        .where(
          and(
            eq(sessions.userId, userId),
            isNull(sessions.revokedAt),
            sql`${sessions.expiresAt} > now()`,
            sql`${sessions.seenAt} > now() - make_interval(hours => ${IDLE_HOURS})`,
          ),
        )
        .orderBy(desc(sessions.seenAt))
        .limit(100),
    'read',
  );
  return rows.map((row) => ({ ...row, isThisOne: row.id === sessionId }));
}
