import 'server-only';
import { and, eq, isNull, or } from 'drizzle-orm';
import { savedViews } from '@/db/schema/views';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

export type SavedView = typeof savedViews.$inferSelect;

/**
 * A saved view to be changed, locked. One's own, or a shared one for those who share. Refuses another's as
 * one that does not exist.
 */
export async function viewFor(
  { tx, workspaceId, actor }: CommandContext,
  viewId: string,
): Promise<SavedView> {
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.workspaceId, workspaceId),
        eq(savedViews.id, viewId),
        or(isNull(savedViews.ownerId), eq(savedViews.ownerId, actor.memberId)),
      ),
    )
    .for('update');
  if (!view) throw new Refusal('not_found', 'There is no such view.');
  if (view.ownerId === null) requireSharing({ actor });
  return view;
}

/** Refuses who may not touch what the whole team sees. */
export function requireSharing({ actor }: Pick<CommandContext, 'actor'>): void {
  if (!can(actor, 'view.share')) {
    throw new Refusal('forbidden', 'Only leads and admins can change the views of the team.');
  }
}
