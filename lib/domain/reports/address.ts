import type { Period, PeriodDays } from './period';
import { isNamedZone, lastDays, namedDays, periodDays } from './period';

/** The parts of an address, whatever they are. */
export type Given = Readonly<Record<string, unknown>>;

/** When the address is read, and the zone of who reads it. */
export type By = { now: Date; zone: string };

/** The time that a report goes over, and by whose clocks. */
export type Timed = {
  period: Period;
  /** When it is counted back from today; null for days that were named. */
  days: PeriodDays | null;
  zone: string;
};

const usualDays: PeriodDays = 28;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whatever it does not understand it leaves out. */
export function timeAsked(given: Given, { now, zone: own }: By): Timed {
  const zone = isNamedZone(given['zone']) ? given['zone'] : own;
  const named = namedDays(given['from'], given['to']);
  if (named) return { period: named, days: null, zone };
  const days = periodDays.find((each) => String(each) === given['days']) ?? usualDays;
  return { period: lastDays(days, zone, now), days, zone };
}

export function timeSearch({ period, days, zone }: Timed): URLSearchParams {
  const time: Record<string, string> = days === null ? period : { days: String(days) };
  return new URLSearchParams({ ...time, zone });
}

/** Its days by their dates: what it leads to goes over the same ones, also after midnight. */
export function pinned<Asked extends Timed>(asked: Asked): Asked {
  return { ...asked, days: null };
}

export function idOf(value: unknown): string | null {
  return typeof value === 'string' && uuid.test(value) ? value.toLowerCase() : null;
}

/** Where a page of a list begins, as its cursor. */
export function afterOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
