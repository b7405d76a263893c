import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import type { Status } from '@/lib/domain/conversation/conversation';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { Triaged } from '@/lib/domain/conversation/triage';
import type { RefusalCode } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { waitingSinceNow } from '../delivery/customer-waits';
import type { Conversation } from './conversation-for';
import { triageEvents } from './triage-events';

/** What a decision about many conversations came to. Those that it would not change are in neither. */
export type TriageResult = {
  changed: { conversationId: string; version: number; before: Partial<Triaged> }[];
  refused: { conversationId: string; code: RefusalCode; message: string }[];
};

/**
 * Locks these conversations of this workspace, always in the order of their ids, so that two people who
 * want the same ones never wait for each other in a circle. What is another workspace's is not there.
 */
export async function conversationsFor(
  { tx, workspaceId }: CommandContext,
  ids: readonly string[],
): Promise<Map<string, Conversation>> {
  const found = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.workspaceId, workspaceId), inArray(conversations.id, [...ids])))
    .orderBy(asc(conversations.id))
    .for('update');
  return new Map(found.map((conversation) => [conversation.id, conversation]));
}

export function notHere(conversationId: string): TriageResult['refused'][number] {
  return { conversationId, code: 'not_found', message: 'There is no such conversation here.' };
}

export function triagedOf(conversation: Conversation): Triaged {
  const { status, snoozedUntil, priority, labelIds, teamId, ownerId } = conversation;
  const name = priorities[priority];
  if (!name) throw new Error(`There is no priority ${priority}.`);
  const until = snoozedUntil === null ? null : isoInstant(snoozedUntil);
  return { status, snoozedUntil: until, priority: name, labelIds, teamId, ownerId };
}

export type TriageMove = {
  conversation: Conversation;
  after: Triaged;
  /** Who resolved it, for one that is brought back as it was resolved before. */
  resolved?: { at: string; by: string | null } | undefined;
};

/** Writes where the locked conversations stand now, all at once. Answers with the facts to record. */
export async function moveTriaged(
  context: CommandContext,
  moves: readonly TriageMove[],
): Promise<EventDraft[]> {
  if (moves.length === 0) return [];
  const { tx, workspaceId, actor } = context;
  const rows: Record<string, unknown>[] = [];
  // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
  for (const move of moves) rows.push(await rowOf(context, move));
  await tx.execute(sql`
    update conversations c set
      status = m.status,
      status_at = case when c.status = m.status then c.status_at else now() end,
      snoozed_by = case when m.snoozed_until is null then null
        when m.snoozed_until is not distinct from c.snoozed_until then c.snoozed_by
        else ${actor.memberId}::uuid end,
      snoozed_until = m.snoozed_until, priority = m.priority, label_ids = m.label_ids,
      team_id = m.team_id, owner_id = m.owner_id, waiting_since = m.waiting_since,
      resolved_at = case when m.status <> 'resolved' then null
        else coalesce(m.resolved_at, c.resolved_at, now()) end,
      resolved_by = case when m.status <> 'resolved' then null
        when m.resolved_at is not null then m.resolved_by
        when c.resolved_at is not null then c.resolved_by
        else ${actor.memberId}::uuid end,
      version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(
      id uuid, status text, snoozed_until timestamptz, priority smallint, label_ids uuid[],
      team_id uuid, owner_id uuid, waiting_since timestamptz,
      resolved_at timestamptz, resolved_by uuid)
    where c.workspace_id = ${workspaceId} and c.id = m.id`);
  return moves.flatMap(({ conversation, after }) =>
    triageEvents(conversation.id, actor.memberId, [triagedOf(conversation), after]),
  );
}

async function rowOf(context: CommandContext, { conversation, after, resolved }: TriageMove) {
  return {
    id: conversation.id,
    status: after.status,
    snoozed_until: after.snoozedUntil,
    priority: priorities.indexOf(after.priority),
    label_ids: after.labelIds,
    team_id: after.teamId,
    owner_id: after.ownerId,
    waiting_since: await waitingSinceIn(context, conversation, after.status),
    resolved_at: resolved?.at,
    resolved_by: resolved?.by,
  };
}

/** Nobody waits for us in these: it is settled, unwanted, or their turn. */
export const waitless: readonly Status[] = ['resolved', 'spam', 'waiting'];

async function waitingSinceIn(
  context: CommandContext,
  { id, status, waitingSince }: Conversation,
  after: Status,
): Promise<string | null> {
  if (waitless.includes(after)) return null;
  return waitless.includes(status) ? await waitingSinceNow(context, id) : waitingSince;
}
