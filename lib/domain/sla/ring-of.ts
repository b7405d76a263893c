import { openBetween } from './business-time';
import type { Target } from './evaluate';
import type { Ring } from './ring';
import { isRunning } from './running';

type Drawn = Pick<
  Target,
  | 'metric'
  | 'seconds'
  | 'startedAt'
  | 'dueAt'
  | 'spans'
  | 'breachedAt'
  | 'endedAt'
  | 'outcome'
  | 'elapsedSeconds'
>;

/** So many stretches of open time are enough to draw from. */
const MOST_OPEN = 8;

/**
 * The ring for the targets of a conversation: the one that is due next, broken ones first; else one
 * whose clock stands. Null when none runs.
 */
export function ringOf(targets: readonly Drawn[]): Ring | null {
  const [target] = targets.filter(isRunning).toSorted((one, other) => dueMs(one) - dueMs(other));
  if (!target) return null;
  const { metric, seconds, dueAt, breachedAt } = target;
  const breached = breachedAt !== null;
  const kept = { metric, seconds, dueAt: dueAt?.toISOString() ?? null, breached };
  if (breached) return { ...kept, left: null, open: [] };
  if (dueAt === null) return { ...kept, left: seconds - target.elapsedSeconds, open: [] };
  const { from = target.startedAt, calendar = null } = target.spans.at(-1) ?? {};
  const open =
    calendar === null
      ? [[from.getTime(), dueAt.getTime()] as const]
      : openBetween(calendar, from, dueAt, MOST_OPEN);
  return { ...kept, left: null, open: open.map(([from, to]) => [from / 1000, to / 1000]) };
}

function dueMs({ dueAt }: Drawn): number {
  return dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
