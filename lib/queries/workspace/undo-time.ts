import 'server-only';
import { eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { workspaces } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';

/** For how many seconds a reply of the asker's workspace can be called back. */
export async function undoTime({ workspaceId }: Actor): Promise<number> {
  const [row] = await withWorkspace(
    workspaceId,
    (tx) =>
      tx
        .select({ seconds: workspaces.undoSeconds })
        .from(workspaces)
        .where(eq(workspaces.id, workspaceId)),
    'read',
  );
  return row?.seconds ?? 0;
}
