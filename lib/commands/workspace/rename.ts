import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { workspaces } from '@/db/schema/workspaces';
import { command } from '../command';
import { shortName } from '../short-name';

/** Gives the workspace another name. Its people see it; customers never do. */
export const renameWorkspace = command({
  permission: 'workspace.manage',
  input: z.strictObject({ name: shortName('Enter the name of the workspace.') }),
  async run({ tx, workspaceId }, { name }) {
    await tx.update(workspaces).set({ name }).where(eq(workspaces.id, workspaceId));
    return { value: null, events: [{ type: 'workspace.changed' }] };
  },
});
