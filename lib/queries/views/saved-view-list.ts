import 'server-only';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { savedViews } from '@/db/schema/views';
import type { Actor } from '@/lib/domain/access/can';
import type { SavedViewView } from '../inbox/views';
import { requirePermission } from '../permission';

/** The team's saved views and the asker's own, in their order: the team's first. */
export async function savedViewList(actor: Actor): Promise<SavedViewView[]> {
  requirePermission(actor, 'conversation.read');
  const { workspaceId, memberId } = actor;
  return await withWorkspace(workspaceId, (tx) =>
    tx
      .select({
        id: savedViews.id,
        name: savedViews.name,
        query: savedViews.query,
        sort: savedViews.sort,
        shared: sql<boolean>`${savedViews.ownerId} is null`,
        mine: sql<boolean>`${savedViews.createdBy} = ${memberId}`,
        position: savedViews.position,
      })
      .from(savedViews)
      .where(
        and(
          eq(savedViews.workspaceId, workspaceId),
          or(isNull(savedViews.ownerId), eq(savedViews.ownerId, memberId)),
        ),
      )
      .orderBy(
        sql`${savedViews.ownerId} nulls first`,
        asc(savedViews.position),
        asc(savedViews.id),
      ),
  );
}
