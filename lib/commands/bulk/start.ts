import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { bulkActions } from '@/db/schema/bulk';
import { MOST_IN_BULK } from '@/lib/domain/conversation/bulk';
import { findView } from '@/lib/domain/conversation/view';
import { Refusal } from '@/lib/domain/refusal';
import { isZone } from '@/lib/domain/search/day';
import { queryLimits } from '@/lib/domain/search/query';
import { triageChange } from '@/lib/triage-change';
import { standingIn } from '@/lib/view-set';
import type { CommandContext } from '../command';
import { command } from '../command';
import { requireTarget } from '../conversation/change';

/**
 * Decides about everything that a view holds at this moment. Which conversations that are is written down
 * here and never looked up again, so that the set neither grows nor is gone through twice; a lane works
 * it off as whoever decided. `seq` is where they saw what it would come to.
 */
export const startBulk = command({
  permission: 'conversation.triage',
  input: z.strictObject({
    /** Made by whoever asks, so that a request that is sent twice starts one. */
    bulkId: z.uuid(),
    view: z.string().max(60),
    q: z.string().max(queryLimits.characters),
    zone: z.string().max(60),
    change: triageChange,
    seq: z.int().min(0),
  }),
  async run(context, { bulkId, change, seq, ...asked }) {
    const { tx, workspaceId, actor } = context;
    const view = findView(asked.view);
    if (!view) throw new Refusal('invalid', 'There is no such view.');
    if (await isThere(context, bulkId)) return { value: { bulkId }, events: [] };
    await requireNoOther(context);
    await requireTarget(context, change);
    const zone = isZone(asked.zone) ? asked.zone : 'UTC';
    const request = { view, q: asked.q, zone };
    const found = await standingIn(tx, actor, { request, limit: MOST_IN_BULK });
    if (found.length === 0) throw new Refusal('conflict', 'There is nothing in this view now.');
    await tx.insert(bulkActions).values({
      workspaceId,
      id: bulkId,
      memberId: actor.memberId,
      view,
      query: asked.q,
      change,
      seenSeq: seq,
      total: found.length,
    });
    const ids = sql.param(found.map(({ id }) => id));
    const versions = sql.param(found.map(({ version }) => version));
    await tx.execute(sql`
      insert into bulk_items (workspace_id, bulk_id, conversation_id, version)
      select ${workspaceId}::uuid, ${bulkId}::uuid, found.id, found.version
      from unnest(${ids}::uuid[], ${versions}::int[]) found(id, version)`);
    return {
      value: { bulkId },
      events: [{ type: 'bulk.changed', memberId: actor.memberId, data: { bulkId } }],
      nudges: ['bulk'],
    };
  },
});

async function isThere({ tx, workspaceId, actor }: CommandContext, id: string): Promise<boolean> {
  const [found] = await tx
    .select({ memberId: bulkActions.memberId })
    .from(bulkActions)
    .where(and(eq(bulkActions.workspaceId, workspaceId), eq(bulkActions.id, id)));
  return found?.memberId === actor.memberId;
}

/** One at a time, so that somebody's second thought does not overtake their first. */
async function requireNoOther({ tx, workspaceId, actor }: CommandContext): Promise<void> {
  // Two requests of one person wait for each other here.
  await tx.execute(sql`
    select from members where workspace_id = ${workspaceId} and id = ${actor.memberId}
    for no key update`);
  const [other] = await tx
    .select({ id: bulkActions.id })
    .from(bulkActions)
    .where(
      and(
        eq(bulkActions.workspaceId, workspaceId),
        eq(bulkActions.memberId, actor.memberId),
        inArray(bulkActions.state, ['running', 'undoing']),
      ),
    )
    .limit(1);
  if (!other) return;
  throw new Refusal('conflict', 'Your last one is still under way. Wait for it, or cancel it.');
}
