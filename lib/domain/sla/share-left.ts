import type { Ring } from './ring';

/** The share of the time that is left at an instant in epoch milliseconds, from 1 to 0. */
export function shareLeft({ seconds, left, open, breached }: Ring, nowMs: number): number {
  if (breached) return 0;
  const now = nowMs / 1000;
  const ahead = open.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, now)), 0);
  return Math.max(0, Math.min(1, (left ?? ahead) / seconds));
}
