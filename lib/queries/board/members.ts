import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { holdersOf } from '@/lib/domain/access/can';
import { loadOf } from '@/lib/domain/routing/rebalance';
import { availabilityOf, isPresent } from '@/lib/standing';
import { iso } from '../inbox/columns';
import type { BoardMember } from './views';

/** The members of a team, or all who answer customers, each with what they hold. In one statement. */
export async function boardMembers(
  tx: Tx,
  workspaceId: string,
  teamId: string | null,
): Promise<BoardMember[]> {
  const rows = await prepared<Omit<BoardMember, 'load'>>(tx, {
    name: 'board_members',
    text: membersText,
    values: [workspaceId, teamId],
  });
  return rows.map((row) => ({ ...row, load: loadOf(row) }));
}

/** Members `m` who answer customers: of team `$2`, or of all where it is null. */
export const answerers = `m.workspace_id = $1 and m.removed_at is null
  and m.roles && array['${holdersOf('conversation.reply').join("','")}']
  and ($2::uuid is null or exists (select from team_members seat where seat.workspace_id = $1
    and seat.team_id = $2 and seat.member_id = m.id))`;

export const membersText = `
  select m.id, m.name, ${availabilityOf('m')} as availability,
    case when m.availability_until <= clock_timestamp() then null else m.availability_reason end as reason,
    case when m.availability_until > clock_timestamp() then ${iso('m.availability_until')} end as until,
    ${isPresent('m')} as present, ${iso('m.seen_at')} as "seenAt", m.capacity::float8 as capacity,
    held.open, held."onHold", held.waiting, held.snoozed, held."oldestWaiting",
    case when n.id is not null then jsonb_build_object('status', n.status, 'dueAt', ${iso('n.due_at')},
      'riskAt', ${iso('n.risk_at')}, 'breachedAt', ${iso('n.breached_at')}, 'ring', n.ring) end as next
  from members m
  cross join lateral (
    select count(*) filter (where c.status = 'open')::int as open,
      count(*) filter (where c.status = 'on_hold')::int as "onHold",
      count(*) filter (where c.status = 'waiting')::int as waiting,
      count(*) filter (where c.status = 'snoozed')::int as snoozed,
      ${iso('min(c.waiting_since)')} as "oldestWaiting",
      (array_agg(c.id order by c.due_at, c.id) filter (where c.due_at is not null))[1] as "nextId"
    from conversations c
    where c.workspace_id = $1 and c.owner_id = m.id
      and c.status in ('open', 'on_hold', 'waiting', 'snoozed')
  ) held
  left join conversations n on n.workspace_id = $1 and n.id = held."nextId"
  where ${answerers}
  order by m.name, m.id`;
