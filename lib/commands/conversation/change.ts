import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { labels } from '@/db/schema/labels';
import { teams } from '@/db/schema/teams';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import { differences, isAsleep, triage } from '@/lib/domain/conversation/triage';
import { Refusal } from '@/lib/domain/refusal';
import { triageChange } from '@/lib/triage-change';
import type { CommandContext, Outcome } from '../command';
import { command } from '../command';
import { applyRulesLate } from '../rules/apply';
import { followSpam } from '../triage/follow-spam';
import { requireAnswerer } from './answerer';
import { bodyFor } from './body';
import type { Conversation } from './conversation-for';
import { inChunks } from './in-chunks';
import { whyStale } from './stale';
import type { TriageMove, TriageResult } from './triaged';
import { conversationsFor, moveTriaged, notHere, triagedOf } from './triaged';
import { withUnseenQuestion } from './unseen';
import { write } from './written';

const item = z.strictObject({
  conversationId: z.uuid(),
  /** What the person saw; with it, whatever changed since stops the change. */
  version: z.int().min(1).optional(),
  /** The `seq` of the thread on screen: what the customer wrote later is not put out of sight. */
  seenSeq: z.int().min(0).optional(),
  /** For a line of the list: the newest message that it showed. */
  seenAt: z.iso.datetime().optional(),
});

const input = z.strictObject({ items: z.array(item).min(1).max(200), change: triageChange });

type Item = z.output<typeof item>;
type Change = TriageChange & { note?: string | undefined };
type Refused = TriageResult['refused'][number];

/**
 * One decision of a person about one or many conversations: status, snooze, priority, labels, team or
 * owner. Each is judged by itself, and what was there before goes back with the answer, for an undo.
 */
export const changeConversations = inChunks(
  command({
    permission: 'conversation.triage',
    input,
    run: decideAbout,
  }),
  input,
);

type Decision = { items: readonly Item[]; change: Change };

/** The same within a transaction: for whoever has made sure that the actor may decide. */
export async function decideAbout(
  context: CommandContext,
  { items, change: wanted }: Decision,
): Promise<Outcome<TriageResult>> {
  const found = await conversationsFor(
    context,
    items.map(({ conversationId }) => conversationId),
  );
  if (found.size > 0) await requireTarget(context, wanted);
  const unseen = await withUnseenQuestion(context, items);
  const now = await nowMs(context);
  const refused: Refused[] = [];
  const moves: TriageMove[] = [];
  for (const each of items) {
    const conversation = found.get(each.conversationId);
    if (!conversation) {
      refused.push(notHere(each.conversationId));
      continue;
    }
    const what = { conversation, item: each, change: wanted, unseen, now };
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    const judged = await judge(context, what);
    if ('code' in judged) refused.push(judged);
    else if (Object.keys(beforeOf(judged)).length > 0) moves.push(judged);
  }
  const moved = await moveTriaged(context, moves);
  const released = await followSpam(context, moves, { isUndo: false });
  const ruled = await ruleReleased(context, released);
  const events = [...moved, ...ruled.events, ...(await leaveNotes(context, moves, wanted))];
  const changed = moves.map((move) => ({
    conversationId: move.conversation.id,
    version: move.conversation.version + (ruled.moved.has(move.conversation.id) ? 2 : 1),
    before: beforeOf(move),
  }));
  return {
    value: { changed, refused },
    events,
    nudges: wanted.kind === 'snooze' && moves.length > 0 ? ['snooze'] : [],
  };
}

/** What comes out of quarantine is asked about now: as it came in, nobody was. */
async function ruleReleased(context: CommandContext, released: readonly string[]) {
  const moved = new Set<string>();
  const events: EventDraft[] = [];
  for (const id of released) {
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    const ruled = await applyRulesLate(context, id);
    if (ruled.moved) moved.add(id);
    events.push(...ruled.events);
  }
  return { moved, events };
}

function beforeOf({ conversation, after }: TriageMove) {
  return differences(triagedOf(conversation), after);
}

type Case = {
  conversation: Conversation;
  item: Item;
  change: Change;
  unseen: ReadonlySet<string>;
  now: number;
};

async function judge(context: CommandContext, what: Case): Promise<TriageMove | Refused> {
  const { conversation, item: seen, change: wanted, now } = what;
  const refuse = ({ code, message }: Pick<Refused, 'code' | 'message'>): Refused => ({
    conversationId: conversation.id,
    code,
    message,
  });
  const before = triagedOf(conversation);
  const answer = triage(before, wanted, { actor: context.actor, now });
  if (!answer.ok) return refuse({ code: answer.code, message: answer.why });
  const move = { conversation, after: answer.after };
  if (Object.keys(beforeOf(move)).length === 0) return move;
  if (seen.version !== undefined && seen.version !== conversation.version) {
    return refuse(await whyStale(context, conversation, wanted.kind));
  }
  if (isAsleep(answer.after.status) && wroteUnseen(what)) {
    return refuse({
      code: 'conflict',
      message: 'The customer has just written again. Read it first.',
    });
  }
  return move;
}

function wroteUnseen({ conversation: { id, lastInboundAt }, item: { seenAt }, unseen }: Case) {
  if (unseen.has(id)) return true;
  if (seenAt === undefined || lastInboundAt === null) return false;
  return isoInstant(lastInboundAt) > isoInstant(seenAt);
}

/** Refuses a member, team or label that is not there to be given. */
export async function requireTarget(context: CommandContext, wanted: Change): Promise<void> {
  const { tx, workspaceId } = context;
  if (wanted.kind === 'assign' && wanted.memberId !== null) {
    await requireAnswerer(context, wanted.memberId);
  }
  if (wanted.kind === 'team' && wanted.teamId !== null) {
    const found = await tx
      .select({ id: teams.id })
      .from(teams)
      .where(
        and(
          eq(teams.workspaceId, workspaceId),
          eq(teams.id, wanted.teamId),
          isNull(teams.archivedAt),
        ),
      )
      .for('share');
    if (found.length === 0) throw new Refusal('not_found', 'There is no such team here.');
  }
  if (wanted.kind === 'label' && wanted.add.length > 0) {
    const asked = [...new Set(wanted.add)];
    const found = await tx
      .select({ id: labels.id })
      .from(labels)
      .where(
        and(
          eq(labels.workspaceId, workspaceId),
          inArray(labels.id, asked),
          isNull(labels.archivedAt),
        ),
      )
      .for('share');
    if (found.length < asked.length) throw new Refusal('not_found', 'There is no such label here.');
  }
}

/** What is said when work is handed over stands in the conversation with it. */
async function leaveNotes(
  context: CommandContext,
  moves: readonly TriageMove[],
  wanted: Change,
): Promise<EventDraft[]> {
  if (wanted.kind !== 'assign' || !wanted.note?.trim()) return [];
  const body = bodyFor('note', wanted.note);
  const events: EventDraft[] = [];
  for (const { conversation } of moves) {
    const draft = { kind: 'note' as const, clientKey: uuid(), body, attachments: [] };
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    const { messageId } = await write(context, conversation, draft);
    events.push({ type: 'message.noted', conversationId: conversation.id, messageId });
  }
  return events;
}

async function nowMs({ tx }: CommandContext): Promise<number> {
  const { rows } = await tx.execute<{ now: number }>(
    sql`select extract(epoch from clock_timestamp())::float8 * 1000 as now`,
  );
  return rows[0]?.now ?? Number.NaN;
}
