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

/** The share of the time that is left at an instant in epoch milliseconds, from 1 to 0. */
export function shareLeft({ seconds, left, open, breached }: Ring, nowMs: number): number {
  if (breached) return 0;
  const now = nowMs / 1000;
  const ahead = open.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, now)), 0);
  return Math.max(0, Math.min(1, (left ?? ahead) / seconds));
}
