import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessTime, businessSecondsBetween } from './business-time';
import type { Calendar, Span } from './calendar';
import { whyNotCalendar } from './calendar';

const HOUR = 3600;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "09:00-12:00 13:00-17:00" on some days of the week. */
function hours(
  timeZone: string,
  days: string,
  spans: string,
  exceptions: Record<string, string> = {},
) {
  const week = days === 'daily' ? DAYS : days.split(' ');
  return {
    timeZone,
    weekly: DAYS.map((day) => (week.includes(day) ? read(spans) : [])),
    exceptions: Object.entries(exceptions).map(([date, on]) => ({ date, spans: read(on) })),
  } satisfies Calendar;
}

function read(spans: string): Span[] {
  return spans.split(' ').flatMap((span) => {
    const [start, end] = span.split('-');
    return start && end ? [{ start, end }] : [];
  });
}

const WORKDAYS = 'Mon Tue Wed Thu Fri';
const calendars: Record<string, Calendar> = {
  'office in UTC': hours('UTC', WORKDAYS, '09:00-17:00'),
  'with a lunch break': hours('UTC', WORKDAYS, '09:00-12:00 13:00-17:00'),
  'with a holiday': hours('UTC', WORKDAYS, '09:00-17:00', {
    '2026-11-26': '',
    '2026-11-28': '10:00-12:00',
  }),
  nightly: hours('UTC', 'daily', '22:00-06:00'),
  'nights in Berlin': hours('Europe/Berlin', 'daily', '22:00-06:00'),
  'always in New York': hours('America/New_York', 'daily', '00:00-24:00'),
  'office in New York': hours('America/New_York', WORKDAYS, '09:00-17:00'),
  'half past one to five in New York': hours('America/New_York', 'daily', '01:30-05:00'),
  'half past two to five in New York': hours('America/New_York', 'daily', '02:30-05:00'),
  'midnight to half past one in New York': hours('America/New_York', 'daily', '00:00-01:30'),
  'always on Lord Howe': hours('Australia/Lord_Howe', 'daily', '00:00-24:00'),
  'a quarter past two to six on Lord Howe': hours('Australia/Lord_Howe', 'daily', '02:15-06:00'),
  'office in Kathmandu': hours('Asia/Kathmandu', 'Sun Mon Tue Wed Thu', '10:00-17:00'),
  'office in Casablanca': hours('Africa/Casablanca', WORKDAYS, '08:30-12:30 14:00-18:30'),
  'nights in Casablanca': hours('Africa/Casablanca', 'daily', '23:00-04:00'),
  'always in Apia': hours('Pacific/Apia', 'daily', '00:00-24:00'),
  'office in Apia': hours('Pacific/Apia', WORKDAYS, '09:00-17:00'),
  'always in Santiago': hours('America/Santiago', 'daily', '00:00-24:00'),
  'nights in Santiago': hours('America/Santiago', 'daily', '20:00-02:00'),
  'a holiday on the day of the change in Berlin': hours('Europe/Berlin', 'daily', '00:00-24:00', {
    '2026-03-29': '',
    '2026-10-25': '01:00-04:00',
  }),
  'office on the Chathams': hours('Pacific/Chatham', WORKDAYS, '09:00-17:00'),
  overlapping: hours('UTC', WORKDAYS, '09:00-13:00 12:00-17:00 22:00-10:00'),
};

/** Computed by hand where a person can, all of them by a program of another design. */
const cases: [calendar: string, start: string, seconds: number, end: string][] = [
  ['office in UTC', '2026-11-27T16:30:00Z', HOUR, '2026-11-30T09:30:00Z'],
  ['office in UTC', '2026-11-27T16:55:00Z', 24 * HOUR, '2026-12-02T16:55:00Z'],
  ['office in UTC', '2026-11-27T16:00:00Z', HOUR, '2026-11-27T17:00:00Z'],
  ['office in UTC', '2026-11-27T17:00:00Z', 0, '2026-11-30T09:00:00Z'],
  ['office in UTC', '2026-11-27T09:00:00Z', 0, '2026-11-27T09:00:00Z'],
  ['office in UTC', '2026-11-27T17:00:00Z', 1, '2026-11-30T09:00:01Z'],
  ['office in UTC', '2026-11-28T12:00:00Z', 0, '2026-11-30T09:00:00Z'],
  ['office in UTC', '2026-11-29T12:00:00Z', 8 * HOUR, '2026-11-30T17:00:00Z'],
  ['office in UTC', '2026-12-31T16:00:00Z', 2 * HOUR, '2027-01-01T10:00:00Z'],
  ['office in UTC', '2026-01-01T00:00:00Z', 2088 * HOUR, '2026-12-31T17:00:00Z'],
  ['office in UTC', '2026-11-30T09:15:00Z', -0.5 * HOUR, '2026-11-27T16:45:00Z'],
  ['office in UTC', '2026-11-30T10:00:00Z', -HOUR, '2026-11-30T09:00:00Z'],
  ['with a lunch break', '2026-11-25T11:30:00Z', HOUR, '2026-11-25T13:30:00Z'],
  ['with a lunch break', '2026-11-25T11:30:00Z', 0.5 * HOUR, '2026-11-25T12:00:00Z'],
  ['with a lunch break', '2026-11-25T12:15:00Z', 0, '2026-11-25T13:00:00Z'],
  ['with a lunch break', '2026-11-25T13:15:00Z', -0.5 * HOUR, '2026-11-25T11:45:00Z'],
  ['with a holiday', '2026-11-25T16:30:00Z', HOUR, '2026-11-27T09:30:00Z'],
  ['with a holiday', '2026-11-27T16:30:00Z', HOUR, '2026-11-28T10:30:00Z'],
  ['with a holiday', '2026-11-27T16:30:00Z', 3 * HOUR, '2026-11-30T09:30:00Z'],
  ['nightly', '2026-11-23T23:00:00Z', 8 * HOUR, '2026-11-24T23:00:00Z'],
  ['nightly', '2026-11-24T06:00:00Z', 0, '2026-11-24T22:00:00Z'],
  ['nightly', '2026-11-23T23:00:00Z', 7 * HOUR, '2026-11-24T06:00:00Z'],
  ['nights in Berlin', '2026-03-28T23:00:00+01:00', 6 * HOUR, '2026-03-29T06:00:00+02:00'],
  ['nights in Berlin', '2026-10-24T23:00:00+02:00', 8 * HOUR, '2026-10-25T06:00:00+01:00'],
  ['nights in Berlin', '2026-10-24T23:00:00+02:00', 9 * HOUR, '2026-10-25T23:00:00+01:00'],
  ['always in New York', '2026-03-08T01:30:00-05:00', HOUR, '2026-03-08T03:30:00-04:00'],
  ['always in New York', '2026-11-01T00:30:00-04:00', 2 * HOUR, '2026-11-01T01:30:00-05:00'],
  ['office in New York', '2026-03-06T16:00:00-05:00', 2 * HOUR, '2026-03-09T10:00:00-04:00'],
  ['office in New York', '2026-10-30T16:00:00-04:00', 2 * HOUR, '2026-11-02T10:00:00-05:00'],
  [
    'half past one to five in New York',
    '2026-11-01T00:00:00-04:00',
    4.5 * HOUR,
    '2026-11-01T05:00:00-05:00',
  ],
  [
    'half past two to five in New York',
    '2026-03-08T00:00:00-05:00',
    2 * HOUR,
    '2026-03-08T05:00:00-04:00',
  ],
  [
    'half past two to five in New York',
    '2026-03-08T00:00:00-05:00',
    0,
    '2026-03-08T03:00:00-04:00',
  ],
  [
    'midnight to half past one in New York',
    '2026-11-01T00:00:00-04:00',
    2.5 * HOUR,
    '2026-11-01T01:30:00-05:00',
  ],
  ['always on Lord Howe', '2026-10-04T01:30:00+10:30', HOUR, '2026-10-04T03:00:00+11:00'],
  ['always on Lord Howe', '2026-04-05T01:00:00+11:00', HOUR, '2026-04-05T01:30:00+10:30'],
  [
    'a quarter past two to six on Lord Howe',
    '2026-10-03T23:00:00+10:30',
    0,
    '2026-10-04T02:30:00+11:00',
  ],
  [
    'a quarter past two to six on Lord Howe',
    '2026-10-03T23:00:00+10:30',
    3.5 * HOUR,
    '2026-10-04T06:00:00+11:00',
  ],
  ['office in Kathmandu', '2026-11-26T16:30:00+05:45', HOUR, '2026-11-29T10:30:00+05:45'],
  ['office in Kathmandu', '2026-11-27T12:00:00+05:45', 7 * HOUR, '2026-11-29T17:00:00+05:45'],
  ['office in Casablanca', '2026-02-13T18:00:00+01:00', HOUR, '2026-02-16T09:00:00Z'],
  ['office in Casablanca', '2026-03-20T18:00:00Z', HOUR, '2026-03-23T09:00:00+01:00'],
  ['nights in Casablanca', '2026-02-14T23:00:00+01:00', 6 * HOUR, '2026-02-15T04:00:00Z'],
  ['nights in Casablanca', '2026-03-21T23:00:00Z', 4 * HOUR, '2026-03-22T04:00:00+01:00'],
  ['always in Apia', '2011-12-29T23:30:00-10:00', HOUR, '2011-12-31T00:30:00+14:00'],
  ['office in Apia', '2011-12-29T16:00:00-10:00', 2 * HOUR, '2012-01-02T10:00:00+14:00'],
  ['office in Apia', '2026-11-27T16:00:00+13:00', 2 * HOUR, '2026-11-30T10:00:00+13:00'],
  ['always in Santiago', '2026-09-05T23:30:00-04:00', HOUR, '2026-09-06T01:30:00-03:00'],
  ['nights in Santiago', '2026-09-05T23:00:00-04:00', 2 * HOUR, '2026-09-06T02:00:00-03:00'],
  ['nights in Santiago', '2026-04-04T21:00:00-03:00', 6 * HOUR, '2026-04-05T02:00:00-04:00'],
  [
    'a holiday on the day of the change in Berlin',
    '2026-03-28T23:00:00+01:00',
    2 * HOUR,
    '2026-03-30T01:00:00+02:00',
  ],
  [
    'a holiday on the day of the change in Berlin',
    '2026-10-25T00:30:00+02:00',
    4 * HOUR,
    '2026-10-25T04:00:00+01:00',
  ],
  [
    'a holiday on the day of the change in Berlin',
    '2026-10-25T00:30:00+02:00',
    14401,
    '2026-10-26T00:00:01+01:00',
  ],
  ['office on the Chathams', '2026-09-25T16:00:00+12:45', 2 * HOUR, '2026-09-28T10:00:00+13:45'],
  ['overlapping', '2026-11-23T08:30:00Z', 13 * HOUR, '2026-11-24T03:00:00Z'],
  ['overlapping', '2026-11-27T23:00:00Z', 12 * HOUR, '2026-11-30T10:00:00Z'],
];

describe('adding business time', () => {
  test.each(cases)('%s: %s and %d seconds are %s', (name, start, seconds, end) => {
    const calendar = calendars[name];
    if (!calendar) throw new Error(`no calendar ${name}`);
    const [from, to] = [new Date(start), new Date(end)];
    expect(addBusinessTime(calendar, from, seconds)).toEqual(to);
    expect(businessSecondsBetween(calendar, from, to)).toBe(seconds);
  });

  test('a week has the hours it really has', () => {
    const between = (name: string, from: string, to: string) =>
      businessSecondsBetween(calendars[name] ?? hours('UTC', '', ''), new Date(from), new Date(to));
    const [monday, sunday] = ['2026-03-23T00:00+01:00', '2026-03-30T00:00+02:00'];
    expect(between('nights in Berlin', monday, sunday)).toBe((7 * 8 - 1) * HOUR);
    expect(between('always on Lord Howe', '2026-04-05T00:00+11:00', '2026-04-06T00:00+10:30')).toBe(
      24.5 * HOUR,
    );
    expect(between('always in Apia', '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00')).toBe(
      48 * HOUR,
    );
  });

  test('only single dates: there is an end to them', () => {
    const once = hours('UTC', '', '', { '2026-12-24': '09:00-12:00' });
    const before = new Date('2026-12-01T00:00Z');
    expect(addBusinessTime(once, before, 3 * HOUR)).toEqual(new Date('2026-12-24T12:00Z'));
    expect(() => addBusinessTime(once, before, 3 * HOUR + 1)).toThrow('is not open after that');
    expect(() => addBusinessTime(once, before, -1)).toThrow('is not open before that');
  });

  test('what cannot be is refused, not guessed', () => {
    const now = new Date('2026-11-23T12:00Z');
    const never = hours('UTC', WORKDAYS, '');
    expect(() => addBusinessTime(never, now, 60)).toThrow('This calendar is never open.');
    expect(() => businessSecondsBetween(never, now, now)).toThrow('This calendar is never open.');
    const office = hours('UTC', WORKDAYS, '09:00-17:00');
    expect(() => addBusinessTime(office, new Date(Number.NaN), 60)).toThrow('no such instant');
    expect(() => addBusinessTime(office, now, Number.POSITIVE_INFINITY)).toThrow('no number');
    expect(() => addBusinessTime(office, now, 1e12)).toThrow('before the year 9999');
    expect(() => addBusinessTime(hours('Moon/Base', 'daily', '09:00-10:00'), now, 60)).toThrow(
      RangeError,
    );
  });
});

describe('a calendar', () => {
  const office = (spans: string, date?: string) =>
    hours('UTC', 'daily', spans, date ? { [date]: '' } : {});
  test.each<[Calendar, string]>([
    [hours('Moon/Base', 'daily', '09:00-10:00'), 'There is no time zone “Moon/Base”.'],
    [hours('+02:00', 'daily', '09:00-10:00'), 'There is no time zone “+02:00”.'],
    [hours('UTC', '', ''), 'This calendar is never open. Give at least one weekday some hours.'],
    [office('9:00-10:00'), '“9:00” is no time of day. Write it like 09:00.'],
    [office('24:00-10:00'), '“24:00” is no time of day. Write it like 09:00.'],
    [office('09:00-24:01'), '“24:01” is no time of day. Write it like 09:00.'],
    [office('09:00-10:60'), '“10:60” is no time of day. Write it like 09:00.'],
    [office('09:00-10:00', '2026-02-29'), '“2026-02-29” is no date. Write it like 2026-12-24.'],
    [office('09:00-10:00', 'next Friday'), '“next Friday” is no date. Write it like 2026-12-24.'],
  ])('%j cannot be kept', (calendar, why) => {
    expect(whyNotCalendar(calendar)).toBe(why);
  });

  test('with the same date twice cannot be kept; any other can', () => {
    const good = hours('Asia/Kathmandu', 'Sun', '00:00-24:00 22:00-06:00', { '2024-02-29': '' });
    expect(whyNotCalendar(good)).toBeNull();
    const twice = { ...good, exceptions: [...good.exceptions, ...good.exceptions] };
    expect(whyNotCalendar(twice)).toBe('2024-02-29 is there twice.');
    expect(whyNotCalendar({ ...good, weekly: [] })).toBe('A week has seven days, Monday first.');
  });
});

describe('for any calendar', () => {
  const clock = (most: number) =>
    fc.integer({ min: 0, max: most }).map((minute) => {
      const [hour, rest] = [Math.floor(minute / 60), minute % 60];
      return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
    });
  const spans = fc.array(fc.record({ start: clock(1439), end: clock(1440) }), { maxLength: 3 });
  const timeZone = fc.constantFrom(
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/New_York',
    'America/Santiago',
    'Europe/Dublin',
    'Asia/Beirut',
    'Antarctica/Troll',
  );
  const date = fc
    .integer({ min: 0, max: 365 })
    .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  const calendar = fc
    .record({
      timeZone,
      weekly: fc.array(spans, { minLength: 7, maxLength: 7 }),
      exceptions: fc.uniqueArray(fc.record({ date, spans }), {
        maxLength: 6,
        selector: (one) => one.date,
      }),
    })
    .filter((one) => whyNotCalendar(one) === null);
  const instant = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
    .map((ms) => new Date(ms));
  const seconds = fc.integer({ min: -2_000_000, max: 2_000_000 });

  test('what is added has passed in between', () => {
    fc.assert(
      fc.property(calendar, instant, seconds, (hoursOf, start, added) => {
        const end = addBusinessTime(hoursOf, start, added);
        expect(businessSecondsBetween(hoursOf, start, end)).toBe(added);
      }),
    );
  });

  test('more is never sooner, and a later start never ends sooner', () => {
    const more = fc.nat(100_000);
    fc.assert(
      fc.property(calendar, fc.tuple(instant, instant), seconds, more, (of, pair, added, over) => {
        const [early, late] = pair.toSorted((one, other) => one.getTime() - other.getTime());
        if (!(early && late)) throw new Error('a pair is two');
        const end = addBusinessTime(of, early, added).getTime();
        // Only past zero: what lands on an end going forwards is a closing time, going back an opening.
        if (added > 0 || added + over < 0) {
          expect(addBusinessTime(of, early, added + over).getTime()).toBeGreaterThanOrEqual(end);
        }
        expect(addBusinessTime(of, late, added).getTime()).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test('parts sum up to the whole, and there and back is nothing', () => {
    fc.assert(
      fc.property(calendar, instant, instant, instant, (hoursOf, one, two, three) => {
        const between = (from: Date, to: Date) =>
          Math.round(businessSecondsBetween(hoursOf, from, to) * 1000);
        expect(between(one, two) + between(two, three)).toBe(between(one, three));
        expect(between(one, two) + between(two, one)).toBe(0);
      }),
    );
  });

  test('round the clock it is the time on the wall of the world', () => {
    fc.assert(
      fc.property(timeZone, instant, seconds, (zone, start, added) => {
        const always = hours(zone, 'daily', '00:00-24:00');
        const end = addBusinessTime(always, start, added);
        expect(end.getTime() - start.getTime()).toBe(added * 1000);
      }),
    );
  });
});
