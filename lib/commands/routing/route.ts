import 'server-only';
import { prepared, withSystem, withWorkspace } from '@/db/client';
import { msOf } from '@/lib/ms-of';
import { opensAt, routedTeams } from '@/lib/routing-facts';
import { explainWaiting } from './explain';
import { giveNext } from './give';
import { takeBack } from './take-back';

/** A workspace in which some team gives out its work, and how far its events had come. */
export type Routing = { workspaceId: string; seq: number };

/** What a pass did, and in how many milliseconds time alone brings something new; null when it does not. */
export type Routed = { given: number; takenBack: number; nextInMs: number | null };

/** The workspaces that route, from one index: where no team does, that is all it costs. */
export async function routingWorkspaces(): Promise<Routing[]> {
  return await withSystem(
    (tx) =>
      prepared<Routing>(tx, {
        name: 'routing-workspaces',
        text: `
          select routed.workspace_id as "workspaceId", coalesce(counter.seq, 0)::float8 as seq
          from (select distinct workspace_id from teams
            where strategy <> 'off' and archived_at is null) routed
          left join event_counters counter using (workspace_id)
          order by 1`,
        values: [],
      }),
    'read',
  );
}

/**
 * Takes back what nobody looks after, gives out everything that somebody can take, and writes down why nobody can
 * be given the rest, unless that is left to a later pass.
 */
export async function routeWork(workspaceId: string, explains = true): Promise<Routed> {
  const back = await takeBack(workspaceId);
  let given = 0;
  let look = await giveNext(workspaceId);
  // biome-ignore lint/performance/noAwaitInLoops: each is a transaction of its own, after the one before
  for (; look.given > 0; look = await giveNext(workspaceId)) given += look.given;
  if (explains) await explainWaiting(workspaceId);
  const times = [back.nextInMs, look.relaxesInMs, await clockBrings(workspaceId)];
  const ahead = times.filter((ms) => ms !== null);
  return {
    given,
    takenBack: back.taken,
    nextInMs: ahead.length > 0 ? Math.min(...ahead) : null,
  };
}

/** When the next shift starts, or somebody said that they are back. */
function clockBrings(workspaceId: string): Promise<number | null> {
  return withWorkspace(
    workspaceId,
    async (tx) => {
      const { now, teams } = await routedTeams(tx, workspaceId);
      const [back] = await prepared<{ inMs: number | null }>(tx, {
        name: 'routing-back',
        text: `select ${msOf('min(availability_until) - clock_timestamp()')} as "inMs" from members
          where workspace_id = $1 and removed_at is null and availability <> 'available'
            and availability_until > clock_timestamp()`,
        values: [workspaceId],
      });
      const shifts = teams.flatMap(({ calendar }) => {
        const inMs = calendar === null ? 0 : opensAt(calendar, now) - now;
        return inMs > 0 && Number.isFinite(inMs) ? [inMs] : [];
      });
      const ahead = [...shifts, ...(back?.inMs == null ? [] : [back.inMs])];
      return ahead.length > 0 ? Math.min(...ahead) : null;
    },
    'read',
  );
}
