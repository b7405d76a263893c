import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { savedViews } from '@/db/schema/views';
import { command } from '../command';
import { nextPosition, viewName, viewQuery, viewSort } from './kept';
import { requireSharing, viewFor } from './view-for';

/** Renames, rewrites, reorders, shares or takes back a saved view: what is not named stays. */
export const changeSavedView = command({
  permission: 'view.keep',
  input: z.strictObject({
    viewId: z.uuid(),
    name: viewName.optional(),
    query: viewQuery.optional(),
    sort: viewSort.optional(),
    shared: z.boolean().optional(),
    /** Sorted by it among its own kind; equal ones stand in the order they were made in. */
    position: z.int().min(0).max(1_000).optional(),
  }),
  async run(context, { viewId, shared, ...named }) {
    const { tx, workspaceId, actor } = context;
    const view = await viewFor(context, viewId);
    const moves = shared !== undefined && shared !== (view.ownerId === null);
    if (moves) requireSharing(context);
    const place = moves
      ? { position: await nextPosition(context, shared), ownerId: shared ? null : actor.memberId }
      : {};
    const {
      name = view.name,
      query = view.query,
      sort = view.sort,
      position = view.position,
    } = named;
    const next = { name, query, sort, position, ownerId: view.ownerId, ...place };
    const same = Object.entries(next).every(
      ([key, value]) => view[key as keyof typeof next] === value,
    );
    if (same) return { value: null, events: [] };
    await tx
      .update(savedViews)
      .set(next)
      .where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.id, viewId)));
    return { value: null, events: [{ type: 'view.changed', data: { viewId } }] };
  },
});
