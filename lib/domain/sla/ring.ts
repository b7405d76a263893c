import { openBetween } from './business-time';
import type { Target } from './evaluate';
import type { Metric } from './policy';

/** What the ring of a list row is drawn from: the target that is due next, without asking anew as time passes. */
export type Ring = {
  metric: Metric;
  /** What was promised, in seconds of its clock. */
  seconds: number;
  /** When it is due; null while its clock stands. */
  dueAt: string | null;
  /** While its clock stands: what is left, in seconds of its clock. */
  left: number | null;
  /** The open time before it is due, the latest first, in epoch seconds; enough of it to draw from. */
  open: readonly (readonly [from: number, to: number])[];
  breached: boolean;
};

/** So many stretches of open time are enough to draw from. */
const MOST_OPEN = 8;

/**
 * The ring for the targets of a conversation: the one that is due next, broken ones first; else one
 * whose clock stands. Null when none runs.
 */
export function ringOf(targets: readonly Target[]): Ring | null {
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

/** Whether somebody still waits for what was promised. */
export function isRunning({ endedAt, outcome }: Pick<Target, 'endedAt' | 'outcome'>): boolean {
  return endedAt === null && outcome !== 'void';
}

function dueMs({ dueAt }: Target): number {
  return dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
}

/** The share of the time that is left at an instant in epoch milliseconds, from 1 to 0. */
export function shareLeft({ seconds, left, open, breached }: Ring, nowMs: number): number {
  if (breached) return 0;
  const now = nowMs / 1000;
  const ahead = open.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, now)), 0);
  return Math.min(1, (left ?? ahead) / seconds);
}
