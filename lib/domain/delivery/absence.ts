import type { DeliveryPolicy } from './policy';
import { walkAt } from './policy';

/** What is known about an unknown delivery. All times in epoch milliseconds, by the database's clock. */
export type Search = {
  attemptAt: number;
  /** Complete walks so far that showed nothing, and when the last one began. */
  absences: number;
  absentAt: number | null;
};

export type Absence =
  | { kind: 'absence_proven' }
  | { kind: 'absent_once'; absences: number; absentAt: number | null; lookAgainAt: number };

/**
 * What a complete walk that began at `walkAtMs` and showed nothing proves. Two such walks far enough
 * apart, the second long enough after the attempt, prove that the network does not have the message.
 */
export function judgeAbsence(search: Search, walkAtMs: number, policy: DeliveryPolicy): Absence {
  const { attemptAt, absences, absentAt } = search;
  const enoughLater = attemptAt + policy.secondWalkAfterMs;
  const first = absences === 0 || absentAt === null;
  if (!first && walkAtMs >= absentAt + policy.walksApartMs && walkAtMs >= enoughLater) {
    return { kind: 'absence_proven' };
  }
  const since = first ? walkAtMs : absentAt;
  const lookAgainAt = walkAt(Math.max(since + policy.walksApartMs, enoughLater), policy);
  return walkAtMs < attemptAt + policy.settleMs
    ? { kind: 'absent_once', absences, absentAt, lookAgainAt: firstLookAt(attemptAt, policy) }
    : { kind: 'absent_once', absences: first ? 1 : absences, absentAt: since, lookAgainAt };
}

/** When a delivery whose outcome is unknown is looked for the first time. */
export function firstLookAt(attemptAt: number, policy: DeliveryPolicy): number {
  return walkAt(attemptAt + policy.settleMs, policy);
}

/**
 * When to look again after a look-up that could not be made or finished, not before `earliest`;
 * undefined when the time is over and a person has to be asked. `doubtAt` is when we learned that the
 * outcome is unknown: after a long standstill the network still gets its chance to tell.
 */
export function lookAfterFailure(
  doubtAt: number,
  { now, earliest = now + 1 }: { now: number; earliest?: number | undefined },
  policy: DeliveryPolicy,
): number | undefined {
  const limit = doubtAt + policy.proofLimitMs;
  return now >= limit ? undefined : Math.min(walkAt(Math.max(earliest, now + 1), policy), limit);
}
