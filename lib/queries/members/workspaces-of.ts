import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { members, workspaces } from '@/db/schema/workspaces';

export type WorkspaceChoice = { id: string; name: string };

/** The workspaces a person is a member of, by name. */
export function workspacesOf(userId: string): Promise<WorkspaceChoice[]> {
  return withSystem(
    (tx) =>
      tx
        .select({ id: workspaces.id, name: workspaces.name })
        .from(members)
        .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
        .where(and(eq(members.userId, userId), isNull(members.removedAt)))
        .orderBy(asc(workspaces.name), asc(workspaces.id)),
    'read',
  );
}
