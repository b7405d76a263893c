import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { labels } from '@/db/schema/labels';
import type { Actor } from '@/lib/domain/access/can';
import type { LabelView } from '../inbox/views';
import { requirePermission } from '../permission';

/** Every label by name, also archived ones: conversations may still carry them. */
export async function labelList(actor: Actor): Promise<LabelView[]> {
  requirePermission(actor, 'conversation.read');
  return await withWorkspace(actor.workspaceId, (tx) =>
    tx
      .select({
        id: labels.id,
        name: labels.name,
        colour: labels.colour,
        archived: sql<boolean>`${labels.archivedAt} is not null`,
      })
      .from(labels)
      .where(eq(labels.workspaceId, actor.workspaceId))
      .orderBy(asc(sql`lower(${labels.name})`), asc(labels.id)),
  );
}
