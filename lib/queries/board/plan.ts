import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { Holder, Spread, Work } from '@/lib/domain/routing/rebalance';
import { loadOf, rebalance, weightOf } from '@/lib/domain/routing/rebalance';
import { availabilityOf, isPresent } from '@/lib/standing';
import { contactName, iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import { answerers } from './members';
import { byUrgency } from './queue';
import type { BoardPlan } from './views';

/** As many conversations as one plan looks at, the most urgent first, and as many as it moves. */
const LOOKED_AT = 2_000;
const MOST_MOVES = 200;

/** Which work of a team, or of all, should go to whom. It only says so: giving it out is a command. */
export async function boardPlan(
  actor: Actor,
  { teamId, spread }: { teamId: string | null; spread: Spread },
): Promise<BoardPlan> {
  requirePermission(actor, 'board.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const holders = await holdersIn(tx, actor.workspaceId, teamId);
      const work = await workIn(tx, actor.workspaceId, { teamId, spread });
      return planned(holders, work, spread);
    },
    'ask',
  );
}

type Named = Holder & { name: string };
type NamedWork = Work & { version: number; contactName: string };

function planned(holders: readonly Named[], work: readonly NamedWork[], spread: Spread): BoardPlan {
  const every = rebalance(holders, work, spread);
  const moves = every.slice(0, MOST_MOVES);
  const known = new Map(work.map((each) => [each.id, each]));
  const loads = new Map(holders.map(({ id, load }) => [id, load]));
  const told = moves.flatMap(({ conversationId, from, to }) => {
    const each = known.get(conversationId);
    if (!each) return [];
    const weight = weightOf(each.status);
    if (from !== null) loads.set(from, (loads.get(from) ?? 0) - weight);
    loads.set(to, (loads.get(to) ?? 0) + weight);
    const { version, contactName: name } = each;
    return { conversationId, version, contactName: name, from, to };
  });
  const wanted =
    spread.kind === 'even' ? 0 : work.filter(({ ownerId }) => ownerId === spread.ownerId).length;
  return {
    moves: told,
    members: holders.map(({ id, name, capacity, load }) => ({
      id,
      name,
      capacity,
      load,
      loadAfter: loads.get(id) ?? load,
    })),
    left: spread.kind === 'even' ? 0 : wanted - every.length,
    later: every.length - moves.length,
  };
}

type HolderRow = Omit<Named, 'load'> & { open: number; onHold: number; waiting: number };

async function holdersIn(tx: Tx, workspaceId: string, teamId: string | null): Promise<Named[]> {
  const rows = await prepared<HolderRow>(tx, { text: holdersText, values: [workspaceId, teamId] });
  return rows.map((row) => ({ ...row, load: loadOf(row) }));
}

const holdersText = `
  select m.id, m.name, ${availabilityOf('m')} as availability, ${isPresent('m')} as present,
    m.capacity::float8 as capacity,
    array(select seat.team_id from team_members seat
      where seat.workspace_id = $1 and seat.member_id = m.id) as "teamIds",
    held.*
  from members m
  cross join lateral (
    select count(*) filter (where c.status = 'open')::int as open,
      count(*) filter (where c.status = 'on_hold')::int as "onHold",
      count(*) filter (where c.status = 'waiting')::int as waiting
    from conversations c
    where c.workspace_id = $1 and c.owner_id = m.id and c.status in ('open', 'on_hold', 'waiting')
  ) held
  where ${answerers}
  order by m.name, m.id`;

type Asked = { teamId: string | null; spread: Spread };

async function workIn(
  tx: Tx,
  workspaceId: string,
  { teamId, spread }: Asked,
): Promise<NamedWork[]> {
  const ownerId = spread.kind === 'even' ? null : spread.ownerId;
  return await prepared<NamedWork>(tx, {
    text: `
      select c.id, c.owner_id as "ownerId", c.team_id as "teamId", c.status, c.priority, c.version,
        ${iso('c.due_at')} as "dueAt", ${iso('c.waiting_since')} as "waitingSince",
        ${contactName} as "contactName"
      from (select c.* from conversations c
        where c.workspace_id = $1 and ($2::uuid is null or c.team_id = $2) and ${movable(spread)}
        order by ${byUrgency} limit ${LOOKED_AT}) c
      join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id`,
    values: [workspaceId, teamId, ...(ownerId === null ? [] : [ownerId])],
  });
}

/** Who walked out leaves everything; evened out, and given out, is what is open. */
function movable(spread: Spread): string {
  if (spread.kind === 'even') return "c.owner_id is not null and c.status = 'open'";
  if (spread.ownerId === null) return "c.owner_id is null and c.status = 'open'";
  return "c.owner_id = $3 and c.status in ('open', 'on_hold', 'waiting', 'snoozed')";
}
