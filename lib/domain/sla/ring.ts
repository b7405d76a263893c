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
