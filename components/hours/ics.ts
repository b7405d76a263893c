import ICAL from 'ical.js';
import { dateOf, dayOf } from '@/lib/domain/sla/calendar';

export const mostFileBytes = 1024 * 1024;
const mostEvents = 2000;
const mostDays = 400;
/** Occurrences of one event that are looked at, from its first year on. */
const mostOccurrences = 500;
const YEARS_AHEAD = 2;
const DAYS_AHEAD = YEARS_AHEAD * 366;
const MOST_LETTERS = 60;

/** What a calendar file holds for us. */
export type Holidays = {
  /** Whole days from today on, in order, each date once. */
  found: { date: string; name: string }[];
  /** What was not taken, and why. */
  unread: { name: string; why: string }[];
  /** Whole days that are over. */
  past: number;
};

/**
 * The whole days of an iCalendar file, from `today` ("YYYY-MM-DD") on; what comes back every year, for two years.
 * Throws a `RangeError` with a sentence when the file cannot be read at all.
 */
export function readHolidays(text: string, today: string): Holidays {
  const events = eventsIn(text).map((written) => readEvent(written, dayOf(today)));
  const days = events.flatMap(({ name, read }) =>
    typeof read === 'string' ? [] : read.map((day) => ({ day, name })),
  );
  const names = new Map<number, Set<string>>();
  for (const { day, name } of days.filter((each) => each.day >= dayOf(today))) {
    names.set(day, (names.get(day) ?? new Set<string>()).add(name));
  }
  const found = [...names].toSorted(([one], [other]) => one - other);
  return {
    found: found.map(([day, all]) => ({
      date: dateOf(day),
      name: clean([...all].join(', ')),
    })),
    unread: events.flatMap(({ name, read }) =>
      typeof read === 'string' ? [{ name, why: read }] : [],
    ),
    past: new Set(days.flatMap(({ day }) => (day < dayOf(today) ? [day] : []))).size,
  };
}

function readEvent(written: string, today: number) {
  const event = parsed(written);
  return { name: nameOf(event, written), read: event ? daysOf(event, today) : unreadable };
}

const unreadable = 'It cannot be read.';

/** Each event as it is written: one that is broken spoils no other. */
function eventsIn(text: string): string[] {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR[\s\S]*^END:VCALENDAR\s*$/im.test(text)) {
    throw new RangeError(
      'This is not a calendar file, or it is damaged. It has to be an .ics file.',
    );
  }
  const events = text.match(/^BEGIN:VEVENT\s*$[\s\S]*?^END:VEVENT\s*$/gim) ?? [];
  if (events.length > mostEvents) {
    throw new RangeError(`This file has ${events.length} events; ${mostEvents} is the most.`);
  }
  return events;
}

function parsed(written: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(written.trim()) as unknown[]);
  } catch {
    return null;
  }
}

/** The days of an event as numbers, or why there are none. */
function daysOf(component: ICAL.Component, today: number): number[] | string {
  try {
    if (`${component.getFirstPropertyValue('status')}`.toUpperCase() === 'CANCELLED') {
      return 'It was called off.';
    }
    const event = new ICAL.Event(component);
    // What is no date is made one of otherwise.
    dayOf(`${component.getFirstProperty('dtstart')?.jCal[3]}`.slice(0, 10));
    if (!event.startDate.isDate) return 'It is not a whole day.';
    const first = numberOf(event.startDate);
    const length = Math.max(1, numberOf(event.endDate) - first);
    if (length > mostDays) return `It is longer than ${mostDays} days.`;
    if (event.isRecurrenceException()) return 'It moves one day of an event that repeats.';
    if (!event.isRecurring()) return daysFrom(first, length);
    const yearly = component.getAllProperties('rrule').every((rule) => isYearly(rule));
    if (!yearly) return 'It repeats in another way than every year.';
    return occurrences(event, today).flatMap((day) => daysFrom(day, length));
  } catch {
    return unreadable;
  }
}

function isYearly(rule: ICAL.Property): boolean {
  const value = rule.getFirstValue();
  return value instanceof ICAL.Recur && value.freq === 'YEARLY' && canCome(value);
}

/** A rule for the 30th of February would be looked for for ever. */
function canCome({ parts }: ICAL.Recur): boolean {
  const months = (parts.BYMONTH ?? []).map(Number);
  const days = (parts.BYMONTHDAY ?? []).map(Number);
  const longest = Math.max(...(months.length > 0 ? months : [1]).map(daysIn));
  return days.length === 0 || days.some((day) => Math.abs(day) <= longest);
}

function daysIn(month: number): number {
  return new Date(Date.UTC(2028, month, 0)).getUTCDate();
}

function occurrences(event: ICAL.Event, today: number): number[] {
  const found: number[] = [];
  const iterator = event.iterator();
  for (let looked = 0; looked < mostOccurrences; looked += 1) {
    const next = iterator.next();
    if (!next) break;
    const day = numberOf(next);
    if (day > today + DAYS_AHEAD) break;
    if (day > today - mostDays) found.push(day);
  }
  return found;
}

function daysFrom(first: number, length: number): number[] {
  return Array.from({ length }, (_, no) => first + no);
}

function numberOf({ year, month, day }: ICAL.Time): number {
  const two = (part: number) => `${part}`.padStart(2, '0');
  return dayOf(`${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`);
}

function nameOf(component: ICAL.Component | null, written: string): string {
  const summary = component?.getFirstPropertyValue('summary');
  const rough = /^SUMMARY[^:\n]*:(.*)$/im.exec(written)?.[1];
  const name = clean(typeof summary === 'string' ? summary : (rough ?? ''));
  return name === '' ? 'Without a name' : name;
}

/** As the name of a date is kept: one short line. */
function clean(name: string): string {
  const whole = name
    .normalize('NFC')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (whole.length <= MOST_LETTERS) return whole;
  const kept = whole.slice(0, MOST_LETTERS - 1).replace(/\p{Cs}$/u, '');
  return `${kept.trim()}…`;
}
