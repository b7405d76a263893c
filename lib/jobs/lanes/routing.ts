import 'server-only';
import type { Routing } from '../../commands/routing/route';
import { routeWork, routingWorkspaces } from '../../commands/routing/route';
import { count } from '../../counts';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';

/** What no event told of is noticed within this. */
const RECONCILE_MS = 30_000;
/** After a pass that failed, as when the database was away. */
const AFTER_FAILURE_MS = 1_000;

/** Why nobody can be given what is far from its turn is looked at no more often. */
const EXPLAIN_MS = 10_000;

/** What this worker knows of a workspace since its last pass: times are of this process's own clock. */
type Known = { seq: number; lookAgainAt: number; explainAt: number };

/**
 * Gives out work. Looks at a workspace when something happened there since its last pass, when time brings
 * something new (a shift, an end of an absence, a time nobody kept), and every 30 seconds for safety.
 */
export function routingLane(): LaneDefinition<Routing> {
  const known = new Map<string, Known>();
  const inHand = new Set<string>();
  return {
    lane: 'routing',
    pollMs: RECONCILE_MS,
    concurrency: 4,
    restMs: () => {
      const resting = [...known].filter(([workspaceId]) => !inHand.has(workspaceId));
      const times = resting.map(([, { lookAgainAt }]) => lookAgainAt - performance.now());
      return times.length > 0 ? Math.min(...times) : null;
    },
    claim: async (limit) => {
      const routing = await routingWorkspaces();
      forgetOthers(known, routing);
      const due = routing.filter(
        ({ workspaceId, seq }) => !inHand.has(workspaceId) && isDue(known.get(workspaceId), seq),
      );
      const work = due.slice(0, limit);
      for (const { workspaceId } of work) inHand.add(workspaceId);
      return work;
    },
    run: async ({ workspaceId, seq }) => {
      const now = performance.now();
      const before = known.get(workspaceId)?.explainAt ?? now;
      const explains = before <= now;
      const explainAt = explains ? now + paced(EXPLAIN_MS) : before;
      const rest = (ms: number, again: number) =>
        known.set(workspaceId, { seq, lookAgainAt: performance.now() + ms, explainAt: again });
      rest(AFTER_FAILURE_MS, before);
      try {
        const { given, takenBack, nextInMs } = await routeWork(workspaceId, explains);
        count('work_given', given);
        count('work_taken_back', takenBack);
        const ahead = [nextInMs, explains ? null : explainAt - now].filter((ms) => ms !== null);
        rest(Math.min(...ahead, paced(RECONCILE_MS)), explainAt);
      } finally {
        inHand.delete(workspaceId);
      }
    },
  };
}

function isDue(known: Known | undefined, seq: number): boolean {
  return !known || known.seq !== seq || known.lookAgainAt <= performance.now();
}

/** What routes no more is looked at no more. */
function forgetOthers(known: Map<string, Known>, routing: readonly Routing[]): void {
  const there = new Set(routing.map(({ workspaceId }) => workspaceId));
  for (const id of known.keys()) if (!there.has(id)) known.delete(id);
}
