import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { workspaces } from '@/db/schema/workspaces';
import { undoTimes } from '@/lib/domain/conversation/undo-times';
import { command } from '../command';

/** For how long a reply stays here, so that its writer can call it back. */
export const changeUndoTime = command({
  permission: 'workspace.manage',
  input: z.strictObject({
    seconds: z.string().transform(Number).pipe(z.literal(undoTimes, 'Choose one of the times.')),
  }),
  async run({ tx, workspaceId }, { seconds }) {
    await tx.update(workspaces).set({ undoSeconds: seconds }).where(eq(workspaces.id, workspaceId));
    return { value: null, events: [{ type: 'workspace.changed' }] };
  },
});
