import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { skills } from '@/db/schema/routing';
import type { Actor } from '@/lib/domain/access/can';
import type { SkillView } from '../attendance/views';
import { requirePermission } from '../permission';

/** Every skill by name with how many have it, also archived ones. */
export async function skillList(actor: Actor): Promise<SkillView[]> {
  requirePermission(actor, 'routing.read');
  return await withWorkspace(
    actor.workspaceId,
    (tx) =>
      tx
        .select({
          id: skills.id,
          name: skills.name,
          archived: sql<boolean>`${skills.archivedAt} is not null`,
          members: sql<number>`(select count(*)::int from members m
            where m.workspace_id = skills.workspace_id and m.removed_at is null
              and skills.id = any(m.skill_ids))`,
        })
        .from(skills)
        .where(eq(skills.workspaceId, actor.workspaceId))
        .orderBy(asc(sql`lower(${skills.name})`), asc(skills.id)),
    'read',
  );
}
