import 'server-only';
import { eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { eventCounters, workspaces } from '@/db/schema/workspaces';
import { buildId } from '@/lib/build';
import type { Actor } from '@/lib/domain/access/can';
import type { MeView } from './views';

/** Who asks. The `seq` is from before any later read: a stream resumed there misses nothing of theirs. */
export async function me(actor: Actor): Promise<MeView> {
  const [row] = await withWorkspace(actor.workspaceId, (tx) =>
    tx
      .select({ id: workspaces.id, name: workspaces.name, seq: eventCounters.seq })
      .from(workspaces)
      .leftJoin(eventCounters, eq(eventCounters.workspaceId, workspaces.id))
      .where(eq(workspaces.id, actor.workspaceId)),
  );
  if (!row) throw new Error('A membership has a workspace.');
  const { memberId, name, email, roles } = actor;
  return {
    memberId,
    name,
    email,
    roles: [...roles],
    workspace: { id: row.id, name: row.name },
    build: buildId(),
    seq: row.seq ?? 0,
  };
}
