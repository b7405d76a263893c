import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { members } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';
import type { MemberView } from './views';

/** Everybody of the workspace by name, also those who left: their names stand on what they did. */
export async function memberList(actor: Actor): Promise<MemberView[]> {
  requirePermission(actor, 'member.read');
  return await withWorkspace(actor.workspaceId, (tx) =>
    tx
      .select({
        id: members.id,
        name: members.name,
        roles: members.roles,
        removed: sql<boolean>`${members.removedAt} is not null`,
      })
      .from(members)
      .where(eq(members.workspaceId, actor.workspaceId))
      .orderBy(asc(members.name), asc(members.id)),
  );
}
