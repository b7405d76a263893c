import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Candidate, RoutingPolicy } from './domain/routing/choose';
import { goesToLead } from './domain/routing/choose';
import type { AbsencePolicy } from './domain/routing/work';
import { weights } from './domain/routing/work';
import { addBusinessTime } from './domain/sla/business-time';
import type { Calendar } from './domain/sla/calendar';
import { msOf } from './ms-of';
import type { Queued } from './routing-queue';
import { isQueued } from './routing-queue';
import { availabilityOf, isPresent, weighingStatuses, weightOf } from './standing';

/** A team that gives out its work, with the calendar of its hours; null is always. */
export type RoutedTeam = RoutingPolicy & {
  id: string;
  absence: AbsencePolicy;
  absenceMinutes: number;
  touchMinutes: number | null;
  calendar: (Calendar & { id: string }) | null;
};

/** Who may be given work, without what depends on the team. */
export type Person = Omit<Candidate, 'inTeam' | 'onShift' | 'lastOfTeamAt'> & {
  /** When they were last given something of each team that they are in, by the team's id. */
  teams: Readonly<Record<string, number | null>>;
};

/** The weighted work that member `m` holds, in every team and in none. */
const loadText = `(select coalesce(sum(${weightOf('c.status')}), 0)::float8
  from conversations c where c.workspace_id = m.workspace_id and c.owner_id = m.id
    and c.status in (${weighingStatuses}))`;

/** What a queued conversation weighs with whoever gets it. */
export const QUEUED_WEIGHT = weights.open;

/** Versions never change: what a clock computes from one is kept with it. */
const calendars = new Map<string, Calendar & { id: string }>();

/** The teams that give out their work, and the database's clock in epoch milliseconds. */
export async function routedTeams(
  tx: Tx,
  workspaceId: string,
): Promise<{ now: number; teams: RoutedTeam[] }> {
  const rows = await prepared<RoutedTeam & { now: number }>(tx, {
    name: 'routed-teams',
    text: routedTeamsText,
    values: [workspaceId],
  });
  const teams = rows.map(({ calendar, ...team }) => ({ ...team, calendar: known(calendar) }));
  return { now: rows[0]?.now ?? 0, teams };
}

function known(calendar: RoutedTeam['calendar']): RoutedTeam['calendar'] {
  if (calendar === null) return null;
  const kept = calendars.get(calendar.id);
  if (!kept) calendars.set(calendar.id, calendar);
  return kept ?? calendar;
}

/**
 * Members who may answer and are in one of these teams; leads of every team too where something was let
 * go. `id` narrows it to one, for a cover, who may be of any team.
 */
export async function peopleFor(
  tx: Tx,
  workspaceId: string,
  { teamIds, id = null }: { teamIds: readonly string[]; id?: string | null },
): Promise<Person[]> {
  return await prepared<Person>(tx, {
    name: 'routing-people',
    text: peopleText,
    values: [workspaceId, teamIds, id],
  });
}

/** How a person stands to a team at an instant. */
export function candidateIn(person: Person, team: RoutedTeam, now: number): Candidate {
  const { teams, ...rest } = person;
  return {
    ...rest,
    inTeam: team.id in teams,
    onShift: isOpen(team, now),
    lastOfTeamAt: teams[team.id] ?? null,
  };
}

/** Everybody who is asked for a piece of work: its team, and the leads of others where it is for a lead. */
export function candidatesFor(
  people: readonly Person[],
  { queued, team, now }: { queued: Queued; team: RoutedTeam; now: number },
): Candidate[] {
  const candidates = people.map((person) => candidateIn(person, team, now));
  const isForLead = goesToLead(candidates, queued, team);
  return candidates.filter(({ inTeam, isLead }) => inTeam || (isLead && isForLead));
}

/** Whether the team's hours are open. */
export function isOpen({ calendar }: Pick<RoutedTeam, 'calendar'>, now: number): boolean {
  return calendar === null || opensAt(calendar, now) === now;
}

/** The next instant at which the hours are open; infinity when they never are again. */
export function opensAt(calendar: Calendar, now: number): number {
  return later(calendar, now, 0);
}

/** So many minutes of the team's hours after an instant; infinity when they never come. */
export function minutesLater({ calendar }: RoutedTeam, from: number, minutes: number): number {
  return calendar === null ? from + minutes * 60_000 : later(calendar, from, minutes * 60);
}

function later(calendar: Calendar, from: number, seconds: number): number {
  try {
    return addBusinessTime(calendar, new Date(from), seconds).getTime();
  } catch (error) {
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

const routedTeamsText = `
  select t.id, t.strategy, t.sticky_days as "stickyDays", t.relax_minutes as "relaxMinutes",
    t.most_hops as "mostHops", t.absence, t.absence_minutes as "absenceMinutes",
    t.touch_minutes as "touchMinutes", ${msOf('clock_timestamp()')} as now,
    (select jsonb_build_object('id', v.id, 'timeZone', v.time_zone, 'weekly', v.weekly,
        'exceptions', v.exceptions)
      from calendar_versions v where v.workspace_id = $1 and v.calendar_id = t.calendar_id
        and v.replaced_at is null) as calendar
  from teams t
  where t.workspace_id = $1 and t.strategy <> 'off' and t.archived_at is null
  order by t.id`;

/** Which members `m` are asked, for $1 the workspace, $2 the teams, $3 one member or null. */
export const arePeople = `m.workspace_id = $1 and m.removed_at is null
  and m.roles && array['agent', 'lead']
  and (m.id = $3::uuid or $3::uuid is null and (
    exists (select from team_members seat where seat.workspace_id = $1 and seat.member_id = m.id
      and seat.team_id = any($2::uuid[]))
    or 'lead' = any(m.roles) and exists (
      select from conversations c
      where c.workspace_id = $1 and c.team_id = any($2::uuid[]) and ${isQueued}
        and c.passed_by <> '{}')))`;

const peopleText = `
  select m.id as "memberId", ${availabilityOf('m')} as availability, ${isPresent('m')} as present,
    'lead' = any(m.roles) as "isLead", m.skill_ids as "skillIds", m.capacity::float8 as capacity,
    ${msOf('m.last_assigned_at')} as "lastAssignedAt", ${loadText} as load,
    (select coalesce(jsonb_object_agg(seat.team_id, ${msOf('seat.last_assigned_at')}), '{}')
      from team_members seat where seat.workspace_id = $1 and seat.member_id = m.id
        and seat.team_id = any($2::uuid[])) as teams
  from members m where ${arePeople}
  order by m.id`;
