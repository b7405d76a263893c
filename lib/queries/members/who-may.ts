import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { members } from '@/db/schema/workspaces';
import type { Actor, Permission } from '@/lib/domain/access/can';
import { holdersOf } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';

const MOST_NAMED = 3;

/** A few colleagues who hold a permission, by name: whom to ask. */
export async function whoMay(actor: Actor, permission: Permission): Promise<string[]> {
  requirePermission(actor, 'member.read');
  const holders = [...holdersOf(permission)];
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      tx
        .select({ name: members.name })
        .from(members)
        .where(
          and(
            eq(members.workspaceId, actor.workspaceId),
            isNull(members.removedAt),
            sql`${members.roles} && ${sql.param(holders)}::text[]`,
          ),
        )
        .orderBy(asc(members.name), asc(members.id))
        .limit(MOST_NAMED),
    'read',
  );
  return rows.map(({ name }) => name);
}
