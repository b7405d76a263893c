import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { holdersOf } from '@/lib/domain/access/can';
import { hoursAhead } from '@/lib/domain/routing/hours-ahead';
import type { Calendar } from '@/lib/domain/sla/calendar';
import { isPresent, weighingStatuses, weightOf } from '@/lib/standing';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import type { AttendanceView, MemberAttendance } from './views';

type Row = {
  at: string;
  members: MemberAttendance[];
  teams: { id: string; name: string; calendarId: string | null }[];
  calendars: ({ id: string } & Calendar)[];
};

/** Who can be given work, how they stand and how much they hold, and when their teams are open. One statement. */
export async function attendance(actor: Actor): Promise<AttendanceView> {
  requirePermission(actor, 'routing.read');
  return await look(actor, { name: 'attendance', text: textFor('everybody'), values: [] });
}

/** The same of the asker alone, and of their teams: every window of theirs shows it. */
export async function ownAttendance(actor: Actor): Promise<AttendanceView> {
  requirePermission(actor, 'availability.own');
  return await look(actor, {
    ...{ name: 'own-attendance', text: textFor('asker'), values: [actor.memberId] },
  });
}

type Statement = { name: string; text: string; values: string[] };

async function look(
  { workspaceId }: Actor,
  { name, text, values }: Statement,
): Promise<AttendanceView> {
  const given = [workspaceId, holdersOf('availability.own'), ...values];
  const [row] = await withWorkspace(
    workspaceId,
    (tx) => prepared<Row>(tx, { name, text, values: given }),
    'read',
  );
  if (!row) throw new Error('A select without a from has one row.');
  const { at, members, teams, calendars } = row;
  const hoursBy = new Map(
    calendars.map(({ id, ...calendar }) => [id, hoursAhead(calendar, Date.parse(at))]),
  );
  return {
    at,
    members,
    teams: teams.map(({ id, name, calendarId }) => ({
      id,
      name,
      hours: calendarId === null ? null : (hoursBy.get(calendarId) ?? null),
    })),
  };
}

/** Whose columns are asked for: `$3` is the asker. */
type Whom = 'everybody' | 'asker';

const textFor = (whom: Whom) => {
  const only = (condition: string) => (whom === 'asker' ? `and ${condition}` : '');
  const mine = only(`id in (
      select team_id from team_members where workspace_id = $1 and member_id = $3::uuid)`);
  return `
  with held as (
    select owner_id, sum(${weightOf('status')}) as load
    from conversations
    where workspace_id = $1 and owner_id is not null ${only('owner_id = $3::uuid')}
      and status in (${weighingStatuses})
    group by owner_id
  ), seats as (
    select s.member_id, jsonb_agg(s.team_id order by s.team_id) as team_ids
    from team_members s
    join teams t on t.workspace_id = s.workspace_id and t.id = s.team_id and t.archived_at is null
    where s.workspace_id = $1 ${only('s.member_id = $3::uuid')} group by s.member_id
  ), answering as (
    select jsonb_agg(jsonb_build_object(
        'id', m.id, 'availability', m.availability, 'reason', m.availability_reason,
        'until', ${iso('m.availability_until')}, 'since', ${iso('m.availability_at')},
        'by', m.availability_by, 'seenAt', ${iso('m.seen_at')},
        'present', ${isPresent('m')},
        'load', coalesce(h.load, 0), 'capacity', m.capacity, 'skillIds', m.skill_ids,
        'coverId', m.cover_id, 'teamIds', coalesce(s.team_ids, '[]'::jsonb))
      order by m.name, m.id) as members
    from members m
    left join held h on h.owner_id = m.id
    left join seats s on s.member_id = m.id
    where m.workspace_id = $1 and m.removed_at is null and m.roles && $2::text[]
      ${only('m.id = $3::uuid')}
  ), working as (
    select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'calendarId', calendar_id)
      order by lower(name), id) as teams
    from teams where workspace_id = $1 and archived_at is null ${mine}
  ), open as (
    select jsonb_agg(jsonb_build_object('id', calendar_id, 'timeZone', time_zone,
      'weekly', weekly, 'exceptions', exceptions)) as calendars
    from calendar_versions
    where workspace_id = $1 and replaced_at is null and calendar_id in (
      select calendar_id from teams where workspace_id = $1 and archived_at is null ${mine})
  )
  select ${iso('clock_timestamp()')} as at,
    coalesce((select members from answering), '[]'::jsonb) as members,
    coalesce((select teams from working), '[]'::jsonb) as teams,
    coalesce((select calendars from open), '[]'::jsonb) as calendars`;
};
