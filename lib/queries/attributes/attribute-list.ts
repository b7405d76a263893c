import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { attributes } from '@/db/schema/attributes';
import type { Actor } from '@/lib/domain/access/can';
import type { Attribute } from '@/lib/domain/contact/attributes';
import { requirePermission } from '../permission';

/** Every attribute in the workspace's order, also archived ones. */
export async function attributeList(actor: Actor): Promise<Attribute[]> {
  requirePermission(actor, 'conversation.read');
  return await withWorkspace(
    actor.workspaceId,
    (tx) =>
      tx
        .select({
          id: attributes.id,
          key: attributes.key,
          name: attributes.name,
          type: attributes.type,
          choices: attributes.choices,
          archived: sql<boolean>`${attributes.archivedAt} is not null`,
        })
        .from(attributes)
        .where(eq(attributes.workspaceId, actor.workspaceId))
        .orderBy(asc(attributes.position), asc(attributes.id)),
    'read',
  );
}
