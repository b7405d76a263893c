import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { savedViews } from '@/db/schema/views';
import { command } from '../command';
import { nextPosition, viewName, viewQuery, viewSort } from './kept';
import { requireSharing } from './view-for';

/** Keeps a search under a name, for oneself or for the team. */
export const createSavedView = command({
  permission: 'view.keep',
  input: z.strictObject({
    name: viewName,
    query: viewQuery,
    sort: viewSort.default('newest'),
    shared: z.boolean().default(false),
  }),
  async run(context, { name, query, sort, shared }) {
    if (shared) requireSharing(context);
    const { tx, workspaceId, actor } = context;
    const id = uuid();
    const position = await nextPosition(context, shared);
    await tx.insert(savedViews).values({
      workspaceId,
      id,
      ownerId: shared ? null : actor.memberId,
      createdBy: actor.memberId,
      name,
      query,
      sort,
      position,
    });
    return { value: { id }, events: [{ type: 'view.changed', data: { viewId: id } }] };
  },
});
