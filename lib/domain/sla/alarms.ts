import { instantAfter } from './cycle';
import type { Target } from './evaluate';
import type { Step } from './policy';
import { isRunning } from './running';

/** What happens to every target, beside the steps of its policy. */
export const RISK = 'risk';
export const BREACH = 'breach';

/** When a step of a target happens; null when it cannot be said, for its clock stands before that. */
export type Alarm = { step: string; at: Date | null };

/** The alarms of a running target, counted in the time of its own clock; none when nobody waits for it. */
export function alarmsOf(
  target: Target,
  { riskPercent, steps }: { riskPercent: number; steps: readonly Step[] },
): Alarm[] {
  if (!isRunning(target)) return [];
  const { seconds, metric } = target;
  const after = (passed: number) => instantAfter(target, Math.max(0, passed));
  return [
    { step: RISK, at: after((seconds * riskPercent) / 100) },
    { step: BREACH, at: target.dueAt },
    ...steps
      .filter((step) => step.metric === metric)
      .map(({ id, at }) => ({ step: id, at: after(secondsUntil(at, seconds)) })),
  ];
}

function secondsUntil(at: Step['at'], seconds: number): number {
  if ('percent' in at) return (seconds * at.percent) / 100;
  return 'before' in at ? seconds - at.before : seconds + at.after;
}
