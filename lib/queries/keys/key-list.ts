import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { apiKeys } from '@/db/schema/api';
import { members } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';

/** A key without its secret. Instants are ISO 8601. */
export type KeyView = {
  id: string;
  name: string;
  prefix: string;
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** Every key, also those that were revoked: what they told still stands. The newest first. */
export async function keyList(actor: Actor): Promise<KeyView[]> {
  requirePermission(actor, 'key.manage');
  const { workspaceId } = actor;
  const rows = await withWorkspace(
    workspaceId,
    (tx) =>
      tx
        .select({
          id: apiKeys.id,
          name: apiKeys.name,
          prefix: apiKeys.prefix,
          createdBy: members.name,
          createdAt: apiKeys.createdAt,
          lastUsedAt: apiKeys.lastUsedAt,
          revokedAt: apiKeys.revokedAt,
        })
        .from(apiKeys)
        .innerJoin(
          members,
          and(eq(members.workspaceId, apiKeys.workspaceId), eq(members.id, apiKeys.createdBy)),
        )
        .where(eq(apiKeys.workspaceId, workspaceId))
        .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
    'read',
  );
  return rows.map(({ createdAt, lastUsedAt, revokedAt, ...key }) => ({
    ...key,
    createdAt: isoOf(createdAt),
    lastUsedAt: lastUsedAt && isoOf(lastUsedAt),
    revokedAt: revokedAt && isoOf(revokedAt),
  }));
}

function isoOf(instant: string): string {
  return new Date(instant).toISOString();
}
