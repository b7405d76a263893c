import 'server-only';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { withSystem, withWorkspace } from '@/db/client';
import { bulkActions, bulkItems } from '@/db/schema/bulk';
import { members } from '@/db/schema/workspaces';
import type { Actor, Role } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { BULK_CHUNK, heedsVersion, isUnderWay } from '@/lib/domain/conversation/bulk';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext, Outcome } from '../command';
import { asMember } from '../command';
import { decideAbout } from '../conversation/change';
import type { TriageResult } from '../conversation/triaged';
import { takeBack } from '../conversation/undo';
import type { Bulk } from './bulk-for';
import { bulkChanged, moveBulk } from './bulk-for';

/** Where a decision about a view stands; the system role sees ids and states, never a word of it. */
export type BulkPlace = { workspaceId: string; bulkId: string; memberId: string };

/** Those that are under way, without those named. */
export async function bulksDue(limit: number, without: readonly string[]): Promise<BulkPlace[]> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<BulkPlace>(sql`
        select workspace_id as "workspaceId", id as "bulkId", member_id as "memberId"
        from bulk_actions
        where state in ('running', 'undoing')
          and not id = any(${`{${without.join(',')}}`}::uuid[])
        order by random() limit ${limit}`),
    'read',
  );
  return rows;
}

/** `elsewhere`: another worker is at it. */
export type Step = 'went_on' | 'over' | 'elsewhere';

/**
 * The next part of a decision about a view, in one transaction with what becomes of it: a worker that
 * dies leaves either all of a part or nothing of it, and the next one goes on from there.
 */
export async function workOff(place: BulkPlace): Promise<Step> {
  const actor = await memberFor(place);
  return await asMember(actor, async (frame): Promise<Outcome<Step>> => {
    const bulk = await lockedBulk(frame, place.bulkId);
    if (bulk === 'elsewhere') return { value: 'elsewhere', events: [] };
    if (!bulk || !isUnderWay(bulk.state)) return { value: 'over', events: [] };
    return await partOf({ ...frame, actor: { ...actor, roles: await rolesNow(frame) } }, bulk);
  });
}

async function partOf(context: CommandContext, bulk: Bulk): Promise<Outcome<Step>> {
  if (!can(context.actor, 'conversation.triage')) {
    return await stop(context, bulk, `${context.actor.name} may not decide this any more.`);
  }
  const items = await nextItems(context, bulk);
  if (items.length === 0) return await end(context, bulk);
  try {
    const { value, events, nudges } = await judged(context, bulk, items);
    await keep(context, bulk, { items, value });
    return { value: 'went_on', events: [...events, bulkChanged(bulk)], nudges: nudges ?? [] };
  } catch (error) {
    // Whom or what it would give them to is gone: that is asked before anything is written.
    if (error instanceof Refusal) return await stop(context, bulk, error.message);
    throw error;
  }
}

type Item = Pick<typeof bulkItems.$inferSelect, 'conversationId' | 'version' | 'before'>;

function judged(context: CommandContext, bulk: Bulk, items: readonly Item[]) {
  if (bulk.state === 'undoing') {
    const asked = items.map(({ before, ...item }) => ({ ...item, before: before ?? {} }));
    return takeBack(context, { items: asked });
  }
  const { change, seenSeq } = bulk;
  const asked = items.map(({ conversationId, version }) => ({
    conversationId,
    seenSeq,
    ...(heedsVersion(change) ? { version } : {}),
  }));
  return decideAbout(context, { items: asked, change });
}

/** What became of each of a part. */
async function keep(
  { tx, workspaceId }: CommandContext,
  bulk: Bulk,
  { items, value: { changed, refused } }: { items: readonly Item[]; value: TriageResult },
): Promise<void> {
  const [did, stayed] =
    bulk.state === 'undoing' ? (['back', 'left'] as const) : (['changed', 'refused'] as const);
  const became = new Map<string, object>([
    ...changed.map(
      ({ conversationId, version, before }) =>
        [conversationId, { state: did, version, before }] as const,
    ),
    ...refused.map(
      ({ conversationId, message }) => [conversationId, { state: stayed, why: message }] as const,
    ),
  ]);
  const rows = items.map(({ conversationId: id }) => ({
    id,
    ...(became.get(id) ?? { state: 'same' }),
  }));
  await tx.execute(sql`
    update bulk_items item set state = became.state,
      version = coalesce(became.version, item.version),
      before = coalesce(became.before, item.before), why = became.why
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as became(id uuid, state text, version int, before jsonb, why text)
    where item.workspace_id = ${workspaceId} and item.bulk_id = ${bulk.id}
      and item.conversation_id = became.id`);
}

async function nextItems({ tx, workspaceId }: CommandContext, bulk: Bulk): Promise<Item[]> {
  return await tx
    .select({
      conversationId: bulkItems.conversationId,
      version: bulkItems.version,
      before: bulkItems.before,
    })
    .from(bulkItems)
    .where(
      and(
        eq(bulkItems.workspaceId, workspaceId),
        eq(bulkItems.bulkId, bulk.id),
        eq(bulkItems.state, bulk.state === 'undoing' ? 'changed' : 'waiting'),
      ),
    )
    .orderBy(asc(bulkItems.conversationId))
    .limit(BULK_CHUNK);
}

async function end(context: CommandContext, bulk: Bulk): Promise<Outcome<Step>> {
  const state = bulk.state === 'undoing' ? 'undone' : 'done';
  await moveBulk(context, bulk, { state });
  return { value: 'over', events: [bulkChanged(bulk)] };
}

async function stop(context: CommandContext, bulk: Bulk, why: string): Promise<Outcome<Step>> {
  await moveBulk(context, bulk, { state: 'stopped', why });
  return { value: 'over', events: [bulkChanged(bulk)] };
}

async function lockedBulk(
  { tx, workspaceId }: CommandContext,
  bulkId: string,
): Promise<Bulk | 'elsewhere' | undefined> {
  const here = and(
    eq(bulkActions.workspaceId, workspaceId),
    eq(bulkActions.id, bulkId),
    inArray(bulkActions.state, ['running', 'undoing']),
  );
  const [bulk] = await tx
    .select()
    .from(bulkActions)
    .where(here)
    .for('update', { skipLocked: true });
  if (bulk) return bulk;
  const [other] = await tx.select({ id: bulkActions.id }).from(bulkActions).where(here);
  return other ? 'elsewhere' : undefined;
}

/** Whoever decided, as they are now. They have no session here: only commands of a person ask for one. */
async function memberFor({ workspaceId, memberId }: BulkPlace): Promise<Actor> {
  const [member] = await withWorkspace(workspaceId, (tx) =>
    tx
      .select({
        userId: members.userId,
        name: members.name,
        email: members.email,
        roles: members.roles,
      })
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId))),
  );
  if (!member) throw new Error('A decision has no member.');
  return { ...member, memberId, workspaceId, sessionId: '' };
}

/** What they may do counts now, not when they decided; whoever left may nothing. Locked until this part is done. */
async function rolesNow({ tx, workspaceId, actor }: CommandContext): Promise<readonly Role[]> {
  const [member] = await tx
    .select({ roles: members.roles })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.id, actor.memberId),
        isNull(members.removedAt),
      ),
    )
    .for('share');
  return member?.roles ?? [];
}
