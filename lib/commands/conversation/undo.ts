import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { labels } from '@/db/schema/labels';
import { teams } from '@/db/schema/teams';
import { members } from '@/db/schema/workspaces';
import { can } from '@/lib/domain/access/can';
import { priorities, statuses } from '@/lib/domain/conversation/conversation';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { Handover, Triaged } from '@/lib/domain/conversation/triage';
import { isAsleep, undone } from '@/lib/domain/conversation/triage';
import type { CommandContext, Outcome } from '../command';
import { command } from '../command';
import { followSpam } from '../triage/follow-spam';
import { inChunks } from './in-chunks';
import { asUndone } from './triage-events';
import type { TriageMove, TriageResult } from './triaged';
import { conversationsFor, moveTriaged, notHere, triagedOf } from './triaged';

const before = z.strictObject({
  status: z.enum(statuses).optional(),
  snoozedUntil: z.iso.datetime({ offset: true }).nullable().optional(),
  priority: z.enum(priorities).optional(),
  labelIds: z.array(z.uuid()).max(100).optional(),
  teamId: z.uuid().nullable().optional(),
  ownerId: z.uuid().nullable().optional(),
});
const item = z.strictObject({
  conversationId: z.uuid(),
  version: z.int().min(1),
  before,
});
const input = z.strictObject({ items: z.array(item).min(1).max(200) });

type Item = {
  conversationId: string;
  version: number;
  before: { readonly [Key in keyof Triaged]?: Triaged[Key] | undefined };
};
type Refused = TriageResult['refused'][number];

/** Takes back what `changeConversations` did, where nothing came in between. */
export const undoChanges = inChunks(
  command({
    permission: 'conversation.triage',
    input,
    run: takeBack,
  }),
  input,
);

/** The same within a transaction: for whoever has made sure that the actor may decide. */
export async function takeBack(
  context: CommandContext,
  { items }: { items: readonly Item[] },
): Promise<Outcome<TriageResult>> {
  const found = await conversationsFor(
    context,
    items.map(({ conversationId }) => conversationId),
  );
  const past = await pastOf(context, [...found.keys()]);
  const there = await stillThere(context, items);
  const refused: Refused[] = [];
  const moves: TriageMove[] = [];
  for (const each of items) {
    const conversation = found.get(each.conversationId);
    const judged = conversation
      ? judge(context, { conversation, item: each, past, there })
      : notHere(each.conversationId);
    if ('code' in judged) refused.push(judged);
    else moves.push(judged);
  }
  const events = asUndone(await moveTriaged(context, moves));
  await followSpam(context, moves, { isUndo: true });
  const changed = moves.map(({ conversation }) => ({
    conversationId: conversation.id,
    version: conversation.version + 1,
    before: {},
  }));
  return { value: { changed, refused }, events, nudges: ['snooze'] };
}

type Case = {
  conversation: TriageMove['conversation'];
  item: Item;
  past: Past;
  there: ReadonlySet<string>;
};

function judge({ actor }: CommandContext, { conversation, item: asked, past, there }: Case) {
  const { id } = conversation;
  const refuse = (code: Refused['code'], message: string): Refused => ({
    conversationId: id,
    code,
    message,
  });
  const known = past.of.get(id);
  if (conversation.version !== asked.version) {
    return refuse('conflict', 'Something changed here since. It was left as it is.');
  }
  const { labelIds, ...fields } = asked.before;
  if (![fields.ownerId, fields.teamId].every((target) => !target || there.has(target))) {
    return refuse('not_found', 'Who or what it would go back to is not here any more.');
  }
  const wanted = Object.fromEntries(
    Object.entries({ ...fields, labelIds: labelIds?.filter((label) => there.has(label)) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const answer = undone(triagedOf(conversation), wanted, {
    actor,
    now: past.now,
    last: known?.last ?? null,
  });
  if (!answer.ok) return refuse(answer.code, answer.why);
  if (isAsleep(answer.after.status) && known?.wroteSince) {
    return refuse('conflict', 'The customer has written since. It was left as it is.');
  }
  const resolved = answer.after.status === 'resolved' ? known?.resolved : undefined;
  return { conversation, after: answer.after, resolved } satisfies TriageMove;
}

type Past = {
  now: number;
  of: Map<
    string,
    {
      last: Handover | null;
      wroteSince: boolean;
      resolved: { at: string; by: string | null } | undefined;
    }
  >;
};

type PastRow = {
  id: string | null;
  now: number;
  by: string | null;
  from: string | null;
  changedHands: boolean;
  wroteSince: boolean;
  closedAt: string | null;
  closedBy: string | null;
};

/** What the events know: who gave it to whom last, who closed it, and whether the customer wrote after its status changed. */
async function pastOf({ tx, workspaceId }: CommandContext, ids: readonly string[]): Promise<Past> {
  const { rows } = await tx.execute<PastRow>(sql`
    select asked.id, extract(epoch from clock_timestamp())::float8 * 1000 as now,
      hands.actor_member_id as by, hands.seq is not null as "changedHands",
      case when hands.type = 'conversation.unassigned' then hands.member_id
        else (hands.data ->> 'from')::uuid end as "from",
      exists (select from events e where e.workspace_id = ${workspaceId}
        and e.conversation_id = asked.id and e.type = 'message.received'
        and e.seq > coalesce(moved.seq, 0)) as "wroteSince",
      closed.at as "closedAt", closed.actor_member_id as "closedBy"
    from (select 1) one
    left join unnest(${sql.param([...ids])}::uuid[]) asked(id) on true
    left join lateral (${latest(workspaceId, handovers)}) hands on true
    left join lateral (${latest(workspaceId, statusFacts)}) moved on true
    left join lateral (${latest(workspaceId, ['conversation.closed'])}) closed on true`);
  const of: Past['of'] = new Map();
  for (const { id, by, from, changedHands, wroteSince, closedAt, closedBy } of rows) {
    if (id === null) continue;
    of.set(id, {
      last: changedHands ? { by, from } : null,
      wroteSince,
      resolved: closedAt === null ? undefined : { at: isoInstant(closedAt), by: closedBy },
    });
  }
  return { now: rows[0]?.now ?? Number.NaN, of };
}

const handovers = [
  'conversation.claimed',
  'conversation.assigned',
  'conversation.unassigned',
] as const;
const statusFacts = [
  'conversation.closed',
  'conversation.reopened',
  'conversation.status',
  'conversation.snoozed',
  'conversation.woke',
] as const;

function latest(workspaceId: string, types: readonly string[]) {
  return sql`select e.seq, e.type, e.at, e.actor_member_id, e.member_id, e.data from events e
    where e.workspace_id = ${workspaceId} and e.conversation_id = asked.id
      and e.type = any(${sql.param([...types])}::text[])
    order by e.seq desc limit 1`;
}

/** Which of the members, teams and labels that an undo names may still have or mark a conversation. */
async function stillThere(
  { tx, workspaceId }: CommandContext,
  items: readonly Item[],
): Promise<Set<string>> {
  const named = (pick: (item: Item) => readonly (string | null | undefined)[]) => [
    ...new Set(items.flatMap(pick).filter((id) => typeof id === 'string')),
  ];
  const people = named((each) => [each.before.ownerId]);
  const groups = named((each) => [each.before.teamId]);
  const marks = named((each) => each.before.labelIds ?? []);
  const found: { id: string }[] = [];
  if (people.length > 0) {
    const known = await tx
      .select({ id: members.id, roles: members.roles })
      .from(members)
      .where(
        and(
          eq(members.workspaceId, workspaceId),
          inArray(members.id, people),
          isNull(members.removedAt),
        ),
      )
      .for('share');
    found.push(...known.filter((member) => can(member, 'conversation.reply')));
  }
  if (groups.length > 0) {
    found.push(
      ...(await tx
        .select({ id: teams.id })
        .from(teams)
        .where(and(eq(teams.workspaceId, workspaceId), inArray(teams.id, groups)))),
    );
  }
  if (marks.length > 0) {
    found.push(
      ...(await tx
        .select({ id: labels.id })
        .from(labels)
        .where(and(eq(labels.workspaceId, workspaceId), inArray(labels.id, marks)))),
    );
  }
  return new Set(found.map(({ id }) => id));
}
