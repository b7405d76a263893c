import 'server-only';
import { v5 as uuid } from 'uuid';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { priorities } from '@/lib/domain/conversation/conversation';
import { alarmsOf, RISK } from '@/lib/domain/sla/alarms';
import type { Target } from '@/lib/domain/sla/evaluate';
import { keptPause, keptSpan } from '@/lib/domain/sla/kept';
import { ringOf } from '@/lib/domain/sla/ring-of';
import { isRunning } from '@/lib/domain/sla/running';
import type { Clocked } from './load';
import type { KnownPolicy } from './versions';

/** A conversation with its targets as they are now. */
export type Evaluated = {
  conversation: Clocked;
  targets: readonly Target[];
  policies: ReadonlyMap<string, KnownPolicy>;
  now: Date;
  /** What ended before this is not looked at again. */
  since: Date;
};

/** Writes what is otherwise than before: targets, what is armed for them, and what lists show of them. */
export async function writeTargets(
  tx: Tx,
  workspaceId: string,
  evaluated: readonly Evaluated[],
): Promise<void> {
  if (evaluated.length === 0) return;
  const kept = evaluated.map((one) => ({ ...one, targets: one.targets.filter(isLate(one)) }));
  await prepared(tx, {
    name: 'sla-write',
    text: writeText,
    values: [
      workspaceId,
      JSON.stringify(kept.flatMap((one) => one.targets.map((target) => targetRow(one, target)))),
      JSON.stringify(
        kept.flatMap((one) => one.targets.flatMap((target) => alarmRows(one, target))),
      ),
      JSON.stringify(kept.map(conversationRow)),
    ],
  });
}

function isLate({ since }: Evaluated): (target: Target) => boolean {
  return ({ endedAt }) => endedAt === null || endedAt >= since;
}

const NAMESPACE = '5f0f6a0e-6f0e-4d2c-9a55-0d1c5a9c7f11';

/** The same target always has the same id, whoever evaluates it. */
function idOf({ conversation }: Evaluated, { episode, metric, cycle }: Target): string {
  return uuid(`${conversation.id} ${episode} ${metric} ${cycle}`, NAMESPACE);
}

function targetRow(one: Evaluated, target: Target) {
  const { conversation } = one;
  const text = (date: Date | null) => date?.toISOString() ?? null;
  const { endedAt } = target;
  return {
    id: idOf(one, target),
    conversation_id: conversation.id,
    episode: target.episode,
    metric: target.metric,
    cycle: target.cycle,
    policy_version_id: target.policyId,
    calendar_version_id: target.calendarId,
    priority: priorities.indexOf(target.priority),
    seconds: target.seconds,
    started_at: text(target.startedAt),
    due_at: text(target.dueAt),
    spans: target.spans.map(keptSpan),
    paused: target.paused.map(keptPause),
    met_at: text(target.metAt),
    breached_at: text(target.breachedAt),
    ended_at: text(endedAt),
    outcome: target.outcome,
    elapsed_seconds: endedAt && target.elapsedSeconds,
    overrun_seconds: endedAt && target.overrunSeconds,
    channel_id: conversation.channelId,
    team_id: conversation.teamId,
    member_id: conversation.ownerId,
    label_ids: conversation.labelIds,
  };
}

function alarmRows(one: Evaluated, target: Target) {
  const policy = one.policies.get(target.policyId);
  if (!policy) return [];
  return alarmsOf(target, policy).map(({ step, at }) => ({
    target_id: idOf(one, target),
    conversation_id: one.conversation.id,
    step,
    due_at: at?.toISOString() ?? null,
  }));
}

function conversationRow(one: Evaluated) {
  const { conversation, targets, policies, now } = one;
  const running = targets.filter(isRunning);
  const earliest = (dates: readonly (Date | null | undefined)[]) => {
    const known = dates.flatMap((date) => (date ? [date.getTime()] : []));
    return known.length > 0 ? new Date(Math.min(...known)).toISOString() : null;
  };
  const risks = running.flatMap((target) => {
    const policy = policies.get(target.policyId);
    if (!policy || target.breachedAt) return [];
    const at = alarmsOf(target, policy).find(({ step }) => step === RISK)?.at;
    return at && at <= now ? [at] : [];
  });
  return {
    id: conversation.id,
    due_at: earliest(running.map(({ dueAt }) => dueAt)),
    risk_at: earliest(risks),
    breached_at: earliest(running.map(({ breachedAt }) => breachedAt)),
    ring: ringOf(running),
    targets: targets.map((target) => idOf(one, target)),
    since: one.since.toISOString(),
  };
}

const columns = `id, conversation_id, episode, metric, cycle, policy_version_id, calendar_version_id,
  priority, seconds, started_at, due_at, spans, paused, met_at, breached_at, ended_at, outcome,
  elapsed_seconds, overrun_seconds, channel_id, team_id, member_id, label_ids`;
const changing = columns
  .split(/,\s*/)
  .filter((name) => !['id', 'conversation_id', 'episode', 'metric', 'cycle'].includes(name));

const writeText = `
  with told as (
    select (jsonb_populate_record(null::sla_targets, value)).* from jsonb_array_elements($2::jsonb)
  ), kept as (
    insert into sla_targets as t (workspace_id, ${columns})
    select $1, ${columns} from told
    on conflict (workspace_id, conversation_id, episode, metric, cycle) do update set
      ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
    where (${changing.map((name) => `t.${name}`).join(', ')})
      is distinct from (${changing.map((name) => `excluded.${name}`).join(', ')})
  ), shown as (
    select * from jsonb_to_recordset($4::jsonb) as row(id uuid, due_at timestamptz, risk_at timestamptz,
      breached_at timestamptz, ring jsonb, targets uuid[], since timestamptz)
  ), gone as (
    -- What it was for is gone: the customer took their words back.
    update sla_targets t set outcome = 'void', ended_at = coalesce(t.ended_at, now()), met_at = null
    from shown where t.workspace_id = $1 and t.conversation_id = shown.id
      and (t.ended_at is null or t.ended_at >= shown.since) and t.id <> all(shown.targets) and t.outcome <> 'void'
  ), alarms as (
    select * from jsonb_to_recordset($3::jsonb) as row(target_id uuid, conversation_id uuid, step text,
      due_at timestamptz)
  ), armed as (
    insert into sla_timers as t (workspace_id, target_id, step, conversation_id, due_at)
    select $1, target_id, step, conversation_id, due_at from alarms
    on conflict (workspace_id, target_id, step) do update set
      due_at = excluded.due_at, generation = t.generation + 1
    where t.fired_at is null and t.due_at is distinct from excluded.due_at
  ), disarmed as (
    update sla_timers t set due_at = null, generation = t.generation + 1
    from shown where t.workspace_id = $1 and t.conversation_id = shown.id
      and t.due_at is not null and t.fired_at is null
      and not exists (select from alarms a where a.target_id = t.target_id and a.step = t.step)
  )
  update conversations c set due_at = shown.due_at, risk_at = shown.risk_at,
    breached_at = shown.breached_at, ring = shown.ring
  from shown where c.workspace_id = $1 and c.id = shown.id
    and (c.due_at, c.risk_at, c.breached_at, c.ring)
      is distinct from (shown.due_at, shown.risk_at, shown.breached_at, shown.ring)`;
