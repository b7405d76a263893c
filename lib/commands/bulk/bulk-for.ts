import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { bulkActions } from '@/db/schema/bulk';
import type { BulkState } from '@/lib/domain/conversation/bulk';
import { isUnderWay } from '@/lib/domain/conversation/bulk';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

export type Bulk = typeof bulkActions.$inferSelect;

export const named = z.strictObject({ bulkId: z.uuid() });

/** A decision about a view, locked: one's own. Refuses another's as one that does not exist. */
export async function bulkFor(
  { tx, workspaceId, actor }: CommandContext,
  bulkId: string,
): Promise<Bulk> {
  const [bulk] = await tx
    .select()
    .from(bulkActions)
    .where(
      and(
        eq(bulkActions.workspaceId, workspaceId),
        eq(bulkActions.id, bulkId),
        eq(bulkActions.memberId, actor.memberId),
      ),
    )
    .for('update');
  if (!bulk) throw new Refusal('not_found', 'There is no such decision of yours.');
  return bulk;
}

/** Where it stands from now on, and why where that is not plain. */
export async function moveBulk(
  { tx, workspaceId }: Pick<CommandContext, 'tx' | 'workspaceId'>,
  { id }: Pick<Bulk, 'id'>,
  { state, why = null }: { state: BulkState; why?: string | null },
): Promise<void> {
  await tx
    .update(bulkActions)
    .set({
      state,
      stoppedBecause: why,
      endedAt: isUnderWay(state) ? null : sql`now()`,
    })
    .where(and(eq(bulkActions.workspaceId, workspaceId), eq(bulkActions.id, id)));
}

/** That it came further. */
export function bulkChanged({ id, memberId }: Pick<Bulk, 'id' | 'memberId'>): EventDraft {
  return { type: 'bulk.changed', memberId, data: { bulkId: id } };
}
