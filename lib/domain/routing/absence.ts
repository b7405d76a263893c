import type { AbsencePolicy, Availability } from './work';
import { PRESENT_FOR_MS } from './work';

/** Who holds something, as they stand at one moment. Instants in epoch milliseconds. */
export type Holder = {
  removed: boolean;
  availability: Availability;
  availabilityAt: number;
  /** When one of their windows was last heard; null is never. */
  seenAt: number | null;
};

export type AbsenceRule = { absence: AbsencePolicy; absenceMinutes: number };

type At = { now: number; onShift: boolean; absenceMinutes: number };

const MINUTE_MS = 60_000;

/** Whether they said so themselves, or are not of the workspace any more. Who is busy is here. */
function saidSo({ availability }: Holder): boolean {
  return availability === 'away' || availability === 'offline';
}

/**
 * Whether a customer who writes now writes to nobody: the owner left, is away, is off shift, or was not
 * heard for as long as the team's absence takes. A window that flaps for less is no absence.
 */
export function isAbsent(holder: Holder, { now, onShift, absenceMinutes }: At): boolean {
  if (holder.removed || saidSo(holder) || !onShift) return true;
  const grace = Math.max(PRESENT_FOR_MS, absenceMinutes * MINUTE_MS);
  return holder.seenAt === null || now - holder.seenAt > grace;
}

/**
 * When open work leaves somebody by their team's policy though no customer writes; null when it does not.
 * `heldSince` is when they got it, and `add` counts minutes of the team's hours on from an instant.
 */
export function leavesAt(
  holder: Holder,
  { absence, absenceMinutes }: AbsenceRule,
  { heldSince, add }: { heldSince: number; add: (from: number, minutes: number) => number },
): number | null {
  if (holder.removed) return heldSince;
  if (absence === 'keep' || absence === 'on_message') return null;
  const said = saidSo(holder);
  const since = Math.max(heldSince, said ? holder.availabilityAt : (holder.seenAt ?? heldSince));
  if (absence === 'cover' && said) return since;
  const due = add(since, absenceMinutes);
  return said ? due : Math.max(due, since + PRESENT_FOR_MS);
}
