import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { savedViews } from '@/db/schema/views';
import { command } from '../command';
import { viewFor } from './view-for';

/** Lets go of a saved view; the conversations that it found stay as they are. */
export const deleteSavedView = command({
  permission: 'view.keep',
  input: z.strictObject({ viewId: z.uuid() }),
  async run(context, { viewId }) {
    await viewFor(context, viewId);
    await context.tx
      .delete(savedViews)
      .where(and(eq(savedViews.workspaceId, context.workspaceId), eq(savedViews.id, viewId)));
    return { value: null, events: [{ type: 'view.changed', data: { viewId } }] };
  },
});
