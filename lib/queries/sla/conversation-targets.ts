import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { CalendarVersion } from '@/lib/domain/sla/policy';
import { inConversation } from '../inbox/in-conversation';
import { requirePermission } from '../permission';
import type { Kept } from './measured';
import { measured } from './measured';
import type { CalendarName, TargetsView } from './target-view';

/** More of one visit are told in the reports. */
const MOST = 30;

/** What is and was promised in the visit that a conversation is at, each with how its due time came about. */
export async function conversationTargets(
  actor: Actor,
  conversationId: string,
): Promise<TargetsView> {
  requirePermission(actor, 'conversation.read');
  return await inConversation(actor, conversationId, async (tx) => {
    const { now, kept } = await targetsOf(tx, actor.workspaceId, conversationId);
    const named = await calendarsOf(tx, actor.workspaceId, kept);
    const calendars = new Map(named.map((calendar) => [calendar.id, calendar]));
    return {
      targets: kept.map((target) => measured(target, calendars, now)),
      calendars: Object.fromEntries(
        named.map(({ id, name, no, timeZone }): [string, CalendarName] => [
          id,
          { name, no, timeZone },
        ]),
      ),
      asOf: now.toISOString(),
    };
  });
}

async function targetsOf(tx: Tx, workspaceId: string, conversationId: string) {
  const rows = await prepared<Kept & { now: Date }>(tx, {
    name: 'conversation_targets',
    text: `
      select t.id, t.metric, t.cycle, t.outcome, (array['${priorities.join("','")}'])[t.priority + 1] as priority,
        t.seconds, t.calendar_version_id as "calendarId", t.team_id as "teamId",
        t.started_at as "startedAt", t.due_at as "dueAt", t.met_at as "metAt", t.breached_at as "breachedAt",
        t.ended_at as "endedAt", t.elapsed_seconds::float8 as "elapsedSeconds",
        t.overrun_seconds::float8 as "overrunSeconds", t.spans, t.paused,
        json_build_object('name', p.name, 'no', p.no) as policy, p.risk_percent as "riskPercent",
        exists (select from handoffs h where h.workspace_id = t.workspace_id and h.private_id = t.conversation_id
          and date_trunc('milliseconds', h.started_at) = date_trunc('milliseconds', t.started_at)) as "fromPublic",
        (select to_char(max(m.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from messages m
          where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
            and t.metric <> 'ownership' and m.kind = 'inbound'
            and date_trunc('milliseconds', m.at) = date_trunc('milliseconds', t.started_at)
            and m.at >= t.started_at - interval '1 millisecond' and m.at <= t.started_at + interval '1 millisecond'
            and m.created_at > m.at + interval '2 minutes') as "heardAt",
        clock_timestamp() as now
      from conversations c
      join sla_targets t on t.workspace_id = c.workspace_id and t.conversation_id = c.id
        and (t.episode = c.episode or t.ended_at is null)
      join sla_policy_versions p on p.workspace_id = t.workspace_id and p.id = t.policy_version_id
      where c.workspace_id = $1 and c.id = $2
      order by t.ended_at is not null, t.ended_at desc, t.due_at, t.started_at desc, t.id
      limit ${MOST}`,
    values: [workspaceId, conversationId],
  });
  return { kept: rows, now: rows[0]?.now ?? new Date() };
}

type Named = CalendarVersion & CalendarName;

async function calendarsOf(tx: Tx, workspaceId: string, kept: readonly Kept[]): Promise<Named[]> {
  const ids = kept.flatMap(({ calendarId, spans }) => [
    calendarId,
    ...spans.map((span) => span.calendarId),
  ]);
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return [];
  return await prepared<Named>(tx, {
    name: 'calendar_versions_of_targets',
    text: `select id, name, no, time_zone as "timeZone", weekly, exceptions
      from calendar_versions where workspace_id = $1 and id = any($2::uuid[])`,
    values: [workspaceId, wanted],
  });
}
