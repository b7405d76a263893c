import 'server-only';
import type { Tx } from '@/db/client';
import { planAnew, prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { statuses } from '@/lib/domain/conversation/conversation';
import type { Hour } from '@/lib/domain/readiness/coverage';
import type { Measured } from '@/lib/domain/readiness/readiness';
import { coverageTally } from '@/lib/domain/replies/coverage';
import { requirePermission } from '../permission';
import { intentCoverage } from '../replies/coverage';

/** Open conversations by who holds them, and those that nobody holds and in which somebody waits. */
type DesksView = { members: number; held: number; fullest: number; unowned: number };

/** Of the last 28 days: how often customers began to wait, how often they were answered, and how fast. */
type AnswersView = { waits: number; answered: number; medianSeconds: number | null };

type SubjectView = { name: string; conversations: number };

/** What the readiness rule judges by, and what else can be said of it. */
export type ReadinessView = {
  measured: Measured;
  desks: DesksView;
  answers: AnswersView;
  /** The labels of the last 30 days, the most frequent first. */
  subjects: SubjectView[];
  /** Conversations that somebody put into spam. */
  spam: number;
};

/** Measures the workspace by its own data. Hours are those of the `zone`'s clock. */
export async function readiness(actor: Actor, zone: string): Promise<ReadinessView> {
  requirePermission(actor, 'door.read');
  const { workspaceId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => {
      await planAnew(tx);
      const { hours, weeks } = await hoursOf(tx, workspaceId, zone);
      return {
        measured: {
          ...{ hours, weeks, routing: null, spam: null },
          replies: coverageTally(await intentCoverage(tx, workspaceId, 30)),
          targets: await targetsOf(tx, workspaceId),
        },
        desks: await desksOf(tx, workspaceId),
        answers: await answersOf(tx, workspaceId),
        subjects: await subjectsOf(tx, workspaceId),
        spam: await spamOf(tx, workspaceId),
      };
    },
    'read',
  );
}

type HourRow = Hour & { weeks: number };

/** Whoever answers or notes something works in that hour. Weeks are counted back from now. */
async function hoursOf(tx: Tx, workspaceId: string, zone: string) {
  const rows = await prepared<HourRow>(tx, {
    text: `
      with said as (
        select kind, author_id, at at time zone $2 as local,
          floor(extract(epoch from now() - at) / 604800) as week
        from messages
        where workspace_id = $1 and at > now() - interval '28 days' and at <= now()
      )
      select ((extract(isodow from local) - 1) * 24 + extract(hour from local))::int as hour,
        count(*) filter (where kind = 'inbound')::int as messages,
        count(distinct week) filter (where author_id is not null)::int as "weeksWorked",
        (max(max(week)) over () + 1)::int as weeks
      from said group by 1 order by 1`,
    values: [workspaceId, zone],
  });
  return {
    hours: rows.map(({ hour, messages, weeksWorked }) => ({ hour, messages, weeksWorked })),
    weeks: rows[0]?.weeks ?? 0,
  };
}

/** Of the responses that were promised in the last 28 days and came to an end, or were not given in time. */
async function targetsOf(tx: Tx, workspaceId: string): Promise<Measured['targets']> {
  const [targets] = await prepared<NonNullable<Measured['targets']>>(tx, {
    text: `
      select (select count(*)::int from sla_policies
          where workspace_id = $1 and archived_at is null) as policies,
        count(*)::int as ended, count(*) filter (where outcome = 'met')::int as kept
      from sla_targets
      where workspace_id = $1 and metric in ('first_response', 'next_response')
        and started_at > now() - interval '28 days' and outcome in ('met', 'breached')`,
    values: [workspaceId],
  });
  return targets ?? null;
}

async function desksOf(tx: Tx, workspaceId: string): Promise<DesksView> {
  const [desks] = await prepared<DesksView>(tx, {
    text: `
      with desks as (
        select owner_id, count(*) as held, count(*) filter (where waiting_since is not null) as waiting
        from conversations where workspace_id = $1 and status = 'open' group by owner_id
      )
      select count(owner_id)::int as members,
        coalesce(sum(held) filter (where owner_id is not null), 0)::int as held,
        coalesce(max(held) filter (where owner_id is not null), 0)::int as fullest,
        coalesce(sum(waiting) filter (where owner_id is null), 0)::int as unowned
      from desks`,
    values: [workspaceId],
  });
  return desks ?? { members: 0, held: 0, fullest: 0, unowned: 0 };
}

/** A wait begins with a message that follows none of theirs, and ends with the next of ours that arrived. */
async function answersOf(tx: Tx, workspaceId: string): Promise<AnswersView> {
  const [answers] = await prepared<AnswersView>(tx, {
    // Read backwards, so that the next answer is the least of what was seen so far.
    text: `
      with said as (
        select kind, at, lead(kind) over backwards as before,
          min(at) filter (where kind = 'outbound') over (backwards
            rows between unbounded preceding and 1 preceding) as answered
        from messages
        where workspace_id = $1 and at > now() - interval '28 days'
          and (kind = 'inbound' or (kind = 'outbound' and external_id is not null))
        window backwards as (partition by conversation_id order by at desc, tie desc, id desc)
      )
      select count(*)::int as waits, count(answered)::int as answered,
        (percentile_disc(0.5) within group (order by extract(epoch from answered - at))
          filter (where answered is not null))::float8 as "medianSeconds"
      from said where kind = 'inbound' and before is distinct from 'inbound'`,
    values: [workspaceId],
  });
  return answers ?? { waits: 0, answered: 0, medianSeconds: null };
}

function subjectsOf(tx: Tx, workspaceId: string): Promise<SubjectView[]> {
  return prepared<SubjectView>(tx, {
    text: `
      select label.name, count(*)::int as conversations
      from conversations conversation, unnest(conversation.label_ids) as put(label_id), labels label
      where conversation.workspace_id = $1 and conversation.status = any($2::text[])
        and conversation.last_message_at > now() - interval '30 days'
        and conversation.last_inbound_at > now() - interval '30 days'
        and label.workspace_id = $1 and label.id = put.label_id and label.archived_at is null
      group by label.id, label.name order by conversations desc, label.name limit 5`,
    values: [workspaceId, statuses.filter((status) => status !== 'spam')],
  });
}

async function spamOf(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await prepared<{ count: number }>(tx, {
    text: `select count(*)::int as count from conversations where workspace_id = $1 and status = 'spam'`,
    values: [workspaceId],
  });
  return row?.count ?? 0;
}
