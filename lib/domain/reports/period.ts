import { isZone, startOfDay } from '../search/day';

/** The days that a report goes over, the first and the last of them included: `YYYY-MM-DD`. */
export type Period = { from: string; to: string };

/** How many days back a report can be asked for by one click, today among them. */
export const periodDays = [7, 28, 90] as const;
export type PeriodDays = (typeof periodDays)[number];

const DAY_MS = 86_400_000;
/** A leap year. */
const MOST_DAYS = 366;

/** Today and the days before it, by the wall clocks of a zone. */
export function lastDays(days: number, zone: string, now: Date): Period {
  const to = dayIn(zone, now);
  return { from: shifted(to, 1 - days), to };
}

/** Days that somebody named; null when there are none such, too many, or the last comes before the first. */
export function namedDays(from: unknown, to: unknown): Period | null {
  if (!isDay(from) || !isDay(to)) return null;
  const days = daysOf({ from, to });
  return days >= 1 && days <= MOST_DAYS ? { from, to } : null;
}

/** How many days it has. */
export function daysOf({ from, to }: Period): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS) + 1;
}

/** Each of its days. */
export function eachDay(period: Period): string[] {
  return Array.from({ length: daysOf(period) }, (_, index) => shifted(period.from, index));
}

/** As many days, just before it. */
export function periodBefore(period: Period): Period {
  return { from: shifted(period.from, -daysOf(period)), to: shifted(period.from, -1) };
}

/** The same dates a year before. The 29th of February becomes the 28th. */
export function yearBefore({ from, to }: Period): Period {
  return { from: aYearBefore(from), to: aYearBefore(to) };
}

/** From its first instant up to the first after it, by the wall clocks of a zone. */
export function boundsOf({ from, to }: Period, zone: string): { from: string; until: string } {
  // A named day is the same whatever the time is now.
  const by = { now: new Date(0), zone };
  return { from: startOfDay(from, by), until: startOfDay(shifted(to, 1), by) };
}

/** A zone by its IANA name; offsets such as "+01:00" mean one thing here and the other to the database. */
export function isNamedZone(name: unknown): name is string {
  return typeof name === 'string' && /^[A-Za-z]/.test(name) && isZone(name);
}

/** The date that wall clocks of a zone show. */
function dayIn(zone: string, now: Date): string {
  const options = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA-u-ca-iso8601', options).format(now);
}

function shifted(day: string, by: number): string {
  return textOf(utc(day) + by * DAY_MS);
}

function aYearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`;
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const at = utc(value);
  return !Number.isNaN(at) && textOf(at) === value;
}

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const textOf = (at: number) => new Date(at).toISOString().slice(0, 10);
