import { Temporal } from 'temporal-polyfill';

/** From an instant on, wall clocks show this much more than UTC. Both in milliseconds. */
type Period = { from: number; offset: number };

/** What the wall clocks of a zone show around one UTC year. */
export type ZoneYear = readonly Period[];

const DAY_MS = 86_400_000;
/** How far beyond its ends the answers for a year reach. */
const MARGIN_MS = 10 * DAY_MS;

const known = new Map<string, ZoneYear>();

/** The clock changes of a zone from ten days before a UTC year to ten days after it. Throws a `RangeError` for an unknown zone. */
export function zoneYear(timeZone: string, year: number): ZoneYear {
  const key = `${timeZone} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const read = readYear(timeZone, year);
  known.set(key, read);
  return read;
}

function readYear(timeZone: string, year: number): ZoneYear {
  const begin = Date.UTC(year, 0, 1) - MARGIN_MS;
  const end = Date.UTC(year + 1, 0, 1) + MARGIN_MS;
  const offsetOf = (at: Temporal.ZonedDateTime) => Math.round(at.offsetNanoseconds / 1e6);
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(timeZone);
  const periods = [{ from: Number.NEGATIVE_INFINITY, offset: offsetOf(at) }];
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (at === null || at.epochMilliseconds >= end) return periods;
    periods.push({ from: at.epochMilliseconds, offset: offsetOf(at) });
  }
}

/**
 * The instant at which wall clocks show `local` (milliseconds, as if they stood in UTC). What they show
 * twice is the first time or the last, as asked; what they never show becomes the first that they do after it.
 */
export function instantOf(periods: ZoneYear, local: number, which: 'first' | 'last'): number {
  let found: number | null = null;
  for (const [index, { from, offset }] of periods.entries()) {
    const at = local - offset;
    const until = periods[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    // Skipped by this change: the clocks jump over it as the period begins.
    if (at < from) return found ?? from;
    if (at < until) {
      if (which === 'first') return at;
      found = at;
    }
  }
  return found ?? Number.NaN;
}
