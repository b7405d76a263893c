import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Holder } from '@/lib/domain/routing/absence';
import { leavesAt } from '@/lib/domain/routing/absence';
import { whyNotCover } from '@/lib/domain/routing/choose';
import { msOf } from '@/lib/ms-of';
import type { RoutedTeam } from '@/lib/routing-facts';
import { minutesLater, peopleFor, QUEUED_WEIGHT, routedTeams } from '@/lib/routing-facts';
import { availabilityOf, isPresent } from '@/lib/standing';
import type { CommandContext } from '../command';
import { asSystem } from '../command';
import { asHolder, holderColumns } from './holder';
import { writeAssignment } from './write-assignment';

type Row = { id: string; teamId: string; ownerId: string; version: number };

/** Something that leaves its owner, and when. */
type Leaving = Row & {
  because: 'untouched' | 'absent';
  /** Who takes it over, where the team's policy names one. */
  coverId: string | null;
  dueAt: number;
};

/** So many at a time of each team. */
const MOST = 100;

/**
 * Takes back what was given and not touched in the team's time, and what is held by somebody who is away for
 * longer than its policy lets them. Answers how many, and in how many milliseconds the next is due.
 */
export async function takeBack(
  workspaceId: string,
): Promise<{ taken: number; nextInMs: number | null }> {
  const { now, teams, leaving } = await withWorkspace(
    workspaceId,
    (tx) => leavingIn({ tx, workspaceId, actor: null }),
    'read',
  );
  let taken = 0;
  const ahead: number[] = [];
  for (const one of leaving) {
    const team = teams.find(({ id }) => id === one.teamId);
    if (one.dueAt > now) ahead.push(one.dueAt - now);
    // biome-ignore lint/performance/noAwaitInLoops: each is a transaction of its own
    else if (team && (await leave(workspaceId, one, team))) taken += 1;
  }
  return { taken, nextInMs: ahead.length > 0 ? Math.min(...ahead) : null };
}

async function leavingIn(context: CommandContext<null>) {
  const { now, teams } = await routedTeams(context.tx, context.workspaceId);
  const leaving = [...(await untouched(context, teams)), ...(await heldByAway(context, teams))];
  return { now, teams, leaving };
}

async function untouched(
  { tx, workspaceId }: CommandContext<null>,
  teams: readonly RoutedTeam[],
): Promise<Leaving[]> {
  const timed = teams.filter(({ touchMinutes }) => touchMinutes !== null);
  if (timed.length === 0) return [];
  const rows = await prepared<Row & { since: number }>(tx, {
    name: 'routing-untouched',
    text: `
      select c.* from unnest($2::uuid[]) team(id) cross join lateral (
        select c.id, c.team_id as "teamId", c.owner_id as "ownerId", c.version,
          ${msOf('c.untouched_since')} as since
        from conversations c join teams t on t.workspace_id = $1 and t.id = c.team_id
        where c.workspace_id = $1 and c.team_id = team.id and c.status = 'open'
          and c.untouched_since is not null and c.owner_id is not null
          -- What came to a lead stays there.
          and c.hops < greatest(t.most_hops, 1)
        order by c.untouched_since limit ${MOST}
      ) c`,
    values: [workspaceId, timed.map(({ id }) => id)],
  });
  return rows.flatMap(({ since, ...row }) => {
    const team = timed.find(({ id }) => id === row.teamId);
    if (!team) return [];
    const dueAt = minutesLater(team, since, team.touchMinutes ?? 0);
    return [{ ...row, because: 'untouched', coverId: null, dueAt } as const];
  });
}

/** Whoever is here and says so holds what they hold. */
const notHere = `(m.removed_at is not null or ${availabilityOf('m')} in ('away', 'offline')
  or not ${isPresent('m')})`;

async function heldByAway(
  { tx, workspaceId }: CommandContext<null>,
  teams: readonly RoutedTeam[],
): Promise<Leaving[]> {
  if (teams.length === 0) return [];
  const rows = await prepared<Row & Holder & { coverId: string | null; heldSince: number }>(tx, {
    name: 'routing-held-by-away',
    text: `
      select c.id, c.team_id as "teamId", c.owner_id as "ownerId", c.version,
        nullif(m.cover_id, m.id) as "coverId",
        ${msOf('coalesce(c.assigned_at, c.created_at)')} as "heldSince", ${holderColumns}
      from members m
      join conversations c on c.workspace_id = $1 and c.owner_id = m.id and c.status = 'open'
        and c.team_id = any($2::uuid[])
      join teams t on t.workspace_id = $1 and t.id = c.team_id
      where m.workspace_id = $1 and ${notHere}
        -- What stays with them would else stand before what does not.
        and (m.removed_at is not null or t.absence in ('after', 'cover'))
      order by c.assigned_at nulls first limit ${MOST * 10}`,
    values: [workspaceId, teams.map(({ id }) => id)],
  });
  return rows.flatMap(({ heldSince, coverId, ...row }) => {
    const team = teams.find(({ id }) => id === row.teamId);
    if (!team) return [];
    const add = (from: number, minutes: number) => minutesLater(team, from, minutes);
    const dueAt = leavesAt(asHolder(row), team, { heldSince, add });
    if (dueAt === null) return [];
    const cover = team.absence === 'cover' ? coverId : null;
    return [{ ...row, because: 'absent', coverId: cover, dueAt } as const];
  });
}

/** False when it stands otherwise by now, or somebody has it in hand. */
function leave(workspaceId: string, leaving: Leaving, team: RoutedTeam): Promise<boolean> {
  return asSystem(workspaceId, async (context) => {
    const covered = await handToCover(context, leaving, team);
    if (covered) return { value: true, events: [covered] };
    const { id, ownerId, version, because } = leaving;
    const left = await prepared(context.tx, {
      name: 'routing-take-back',
      text: `
        with here as materialized (
          select c.id from conversations c
          join members m on m.workspace_id = $1 and m.id = c.owner_id
          where c.workspace_id = $1 and c.id = $2 and c.version = $3 and c.owner_id = $4
            and c.status = 'open'
            and case when $5 = 'untouched' then c.untouched_since is not null else ${notHere} end
          for no key update of c skip locked
        )
        update conversations c set owner_id = null, version = c.version + 1
        from here where c.workspace_id = $1 and c.id = here.id
        returning c.id`,
      values: [workspaceId, id, version, ownerId, because],
    });
    return {
      value: left.length > 0,
      events: left.map(() => ({
        type: 'conversation.unassigned',
        conversationId: id,
        memberId: ownerId,
        data: { because },
      })),
    };
  });
}

/** Undefined where there is no cover, or they cannot take it. */
async function handToCover(
  context: CommandContext<null>,
  { id, ownerId, version, coverId }: Leaving,
  team: RoutedTeam,
) {
  if (coverId === null) return undefined;
  const { tx, workspaceId } = context;
  const locked = await prepared<{ id: string; isAway: boolean }>(tx, {
    name: 'routing-lock-cover',
    text: `select m.id, ${notHere} as "isAway" from members m
      where m.workspace_id = $1 and m.id = any($2) order by m.id for no key update`,
    values: [workspaceId, [coverId, ownerId]],
  });
  const owner = locked.find((one) => one.id === ownerId);
  if (!owner?.isAway) return undefined;
  const [person] = await peopleFor(tx, workspaceId, { teamIds: [], id: coverId });
  if (!person || whyNotCover(person, QUEUED_WEIGHT) !== null) return undefined;
  const assigned = {
    ...{ conversationId: id, teamId: team.id, memberId: coverId, given: 'cover' as const },
    ...{ load: person.load + QUEUED_WEIGHT, capacity: person.capacity },
    skipped: [{ memberId: ownerId, reason: 'not_available' as const }],
  };
  return await writeAssignment(context, assigned, { version, from: ownerId });
}
