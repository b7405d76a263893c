import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { IDLE_HOURS } from '@/lib/auth/session-cookie';
import type { Role } from '@/lib/domain/access/can';

/** What a live session may look at now. */
export type LiveSession = { id: string; workspaceId: string; roles: Role[] };

/** Those of the sessions that are still alive and whose person is still a member where they look. */
export async function liveSessions(ids: readonly string[]): Promise<LiveSession[]> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<LiveSession>(sql`
        select s.id, m.workspace_id as "workspaceId", m.roles
        from sessions s
        join users u on u.id = s.user_id and u.disabled_at is null
        join members m on m.user_id = s.user_id and m.workspace_id = s.workspace_id
          and m.removed_at is null
        where s.id = any(${sql.param(ids)}::uuid[]) and s.revoked_at is null and s.expires_at > now()
          and s.seen_at > now() - make_interval(hours => ${IDLE_HOURS})`),
    'read',
  );
  return rows;
}
