import type { Calendar, Minutes } from './calendar';
import { dayOf, minutesOf } from './calendar';
import type { ZoneYear } from './zone';
import { instantOf, zoneYear } from './zone';

/**
 * The instant at which so many business seconds have passed since `start`. Zero seconds lead to `start`
 * when it is open then, else to the next opening. What lands on a closing time is that closing time.
 * Negative seconds walk back, and what lands on an opening is that opening. Throws a `RangeError` when the
 * calendar is never open again, cannot be read, or the instant lies beyond the year 9999.
 */
export function addBusinessTime(calendar: Calendar, start: Date, seconds: number): Date {
  const hours = hoursOf(calendar);
  const at = timeOf(start);
  const ms = Math.round(seconds * 1000);
  if (!Number.isFinite(ms)) throw new RangeError(`${seconds} is no number of seconds.`);
  if (ms === 0) return new Date(nextOpen(hours, at));
  return new Date(ms > 0 ? forwards(hours, at, ms) : backwards(hours, at, -ms));
}

/**
 * The seconds between two instants during which the calendar is open, to the millisecond; negative when
 * `to` is the earlier one. Throws a `RangeError` when the calendar has no open time or cannot be read.
 */
export function businessSecondsBetween(calendar: Calendar, from: Date, to: Date): number {
  const hours = hoursOf(calendar);
  const [begin, end] = [timeOf(from), timeOf(to)];
  return begin <= end ? openMs(hours, begin, end) / 1000 : 0 - openMs(hours, end, begin) / 1000;
}

/**
 * The stretches between two instants during which the calendar is open, in epoch milliseconds; the last
 * `most` of them. Throws like the others.
 */
export function openBetween(
  calendar: Calendar,
  from: Date,
  to: Date,
  most = Number.POSITIVE_INFINITY,
): [number, number][] {
  const hours = hoursOf(calendar);
  const [begin, end] = [timeOf(from), timeOf(to)];
  const found: [number, number][] = [];
  for (let year = yearOf(end); year >= yearOf(begin) && found.length < most; year -= 1) {
    const { opens, closes } = yearIn(hours, year);
    for (let index = countUpTo(opens, end - 1) - 1; index >= 0 && found.length < most; index -= 1) {
      const span = [Math.max(opens[index] ?? 0, begin), Math.min(closes[index] ?? 0, end)] as const;
      if (span[0] >= span[1]) break;
      found.unshift([...span]);
    }
  }
  return found;
}

/** The openings of one UTC year in order, none touching the next; `before` is the open time of the year before each. All in milliseconds. */
type Year = { opens: Float64Array; closes: Float64Array; before: Float64Array; total: number };

type Hours = {
  timeZone: string;
  weekly: Minutes[][];
  exceptions: Map<number, Minutes[]>;
  /** The years in which a date has hours of its own. */
  first: number;
  last: number;
  years: Map<number, Year>;
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const FIRST_YEAR = 0;
const LAST_YEAR = 9999;

const compiled = new WeakMap<Calendar, Hours>();

function hoursOf(calendar: Calendar): Hours {
  const known = compiled.get(calendar);
  if (known) return known;
  const weekly = Array.from({ length: 7 }, (_, day) => (calendar.weekly[day] ?? []).map(minutesOf));
  const exceptions = new Map(
    calendar.exceptions.map(({ date, spans }) => [dayOf(date), spans.map(minutesOf)]),
  );
  if (![...weekly, ...exceptions.values()].some((spans) => spans.length > 0)) {
    throw new RangeError('This calendar is never open.');
  }
  const years = [...exceptions.keys()].map((day) => yearOf(day * DAY_MS));
  const hours = {
    timeZone: calendar.timeZone,
    weekly,
    exceptions,
    first: Math.min(...years),
    last: Math.max(...years),
    years: new Map(),
  };
  compiled.set(calendar, hours);
  return hours;
}

function yearIn(hours: Hours, year: number): Year {
  const known = hours.years.get(year);
  if (known) return known;
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError('This calendar is not open again before the year 9999.');
  }
  const made = compile(hours, year);
  hours.years.set(year, made);
  return made;
}

function compile(hours: Hours, year: number): Year {
  const [begin, end] = [beginOf(year), beginOf(year + 1)];
  const zone = zoneYear(hours.timeZone, year);
  const spans: [number, number][] = [];
  // A date of a zone may begin a day before or after the same date in UTC, and a span end on the day after.
  for (let day = begin / DAY_MS - 3; day <= end / DAY_MS + 2; day += 1) {
    for (const [opens, closes] of openingsOf(hours, zone, day)) {
      const clipped: [number, number] = [Math.max(opens, begin), Math.min(closes, end)];
      if (clipped[0] < clipped[1]) spans.push(clipped);
    }
  }
  return inOrder(spans);
}

function openingsOf(hours: Hours, zone: ZoneYear, day: number): [number, number][] {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  const spans = hours.exceptions.get(day) ?? hours.weekly[weekday] ?? [];
  return spans.map(({ from, to }) => [
    instantOf(zone, day * DAY_MS + from * MINUTE_MS, 'first'),
    instantOf(zone, day * DAY_MS + to * MINUTE_MS, 'last'),
  ]);
}

function inOrder(spans: [number, number][]): Year {
  const merged: [number, number][] = [];
  for (const span of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push([...span]);
  }
  const before = new Float64Array(merged.length);
  let total = 0;
  for (const [index, [opens, closes]] of merged.entries()) {
    before[index] = total;
    total += closes - opens;
  }
  return {
    opens: Float64Array.from(merged, ([opens]) => opens),
    closes: Float64Array.from(merged, ([, closes]) => closes),
    before,
    total,
  };
}

/** How many of the ascending values are at most `value`. */
function countUpTo(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The open time of a year up to an instant in it. */
function openBefore({ opens, closes, before }: Year, at: number): number {
  const index = countUpTo(opens, at) - 1;
  if (index < 0) return 0;
  return (before[index] ?? 0) + Math.min(at, closes[index] ?? at) - (opens[index] ?? 0);
}

function openMs(hours: Hours, begin: number, end: number): number {
  let sum = -openBefore(yearIn(hours, yearOf(begin)), begin);
  for (let year = yearOf(begin); year < yearOf(end); year += 1) sum += yearIn(hours, year).total;
  return sum + openBefore(yearIn(hours, yearOf(end)), end);
}

function nextOpen(hours: Hours, at: number): number {
  for (let year = yearOf(at); ; year += 1) {
    const { opens, closes } = openYear(hours, year, 1);
    const index = countUpTo(closes, at);
    const opening = opens[index];
    if (opening !== undefined) return Math.max(opening, at);
  }
}

function forwards(hours: Hours, at: number, ms: number): number {
  let left = ms + openBefore(yearIn(hours, yearOf(at)), at);
  for (let year = yearOf(at); ; year += 1) {
    const { opens, before, total } = openYear(hours, year, 1);
    if (left <= total) {
      // The last opening before which less than this has passed, in whole milliseconds: so an end is a closing time.
      const index = countUpTo(before, left - 1) - 1;
      return (opens[index] ?? 0) + left - (before[index] ?? 0);
    }
    left -= total;
  }
}

function backwards(hours: Hours, at: number, ms: number): number {
  let left = openBefore(yearIn(hours, yearOf(at)), at) - ms;
  for (let year = yearOf(at); ; ) {
    if (left >= 0) {
      const { opens, before, total } = yearIn(hours, year);
      // The end of a year is no opening: what lands on it may be the next year's first.
      if (left < total) {
        const index = countUpTo(before, left) - 1;
        return (opens[index] ?? 0) + left - (before[index] ?? 0);
      }
      return nextOpen(hours, beginOf(year + 1));
    }
    year -= 1;
    left += openYear(hours, year, -1).total;
  }
}

/** A year on the way through them: where only single dates are open, there is an end to them. */
function openYear(hours: Hours, year: number, step: 1 | -1): Year {
  const isOver = step > 0 ? year > hours.last : year < hours.first;
  if (isOver && hours.weekly.every((spans) => spans.length === 0)) {
    throw new RangeError(`This calendar is not open ${step > 0 ? 'after' : 'before'} that.`);
  }
  return yearIn(hours, year);
}

function beginOf(year: number): number {
  const at = new Date(0);
  at.setUTCFullYear(year);
  return at.getTime();
}

function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}

function timeOf(date: Date): number {
  const at = date.getTime();
  if (Number.isNaN(at)) throw new RangeError('There is no such instant.');
  return at;
}
