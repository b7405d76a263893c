import { describe, expect, test } from 'vitest';
import { readHolidays } from './ics';

const today = '2026-11-29';

function file(...events: string[][]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//', ...lines, 'END:VCALENDAR'].join(
    '\r\n',
  );
}

const christmas = ['UID:1', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas Day'];
const read = (...events: string[][]) => readHolidays(file(...events), today);
const dates = (...events: string[][]) => read(...events).found.map(({ date }) => date);

describe('a calendar file', () => {
  test('gives its whole days with their names', () => {
    expect(read(christmas)).toEqual({
      found: [{ date: '2026-12-25', name: 'Christmas Day' }],
      unread: [],
      past: 0,
    });
  });

  test('gives each day of what lasts several, without the one it ends on', () => {
    const bridge = ['UID:2', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'];
    expect(dates(bridge)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
    const lasting = ['UID:3', 'DTSTART;VALUE=DATE:20261230', 'DURATION:P2D'];
    expect(dates(lasting)).toEqual(['2026-12-30', '2026-12-31']);
  });

  test('gives what comes back every year for two years from today', () => {
    const newYear = ['UID:4', 'DTSTART;VALUE=DATE:19900101', 'RRULE:FREQ=YEARLY'];
    expect(dates(newYear)).toEqual(['2027-01-01', '2028-01-01']);
    const ended = [...newYear.slice(0, 2), 'RRULE:FREQ=YEARLY;UNTIL=20270601'];
    expect(dates(ended)).toEqual(['2027-01-01']);
    const without = [...newYear, 'EXDATE;VALUE=DATE:20270101'];
    expect(dates(without)).toEqual(['2028-01-01']);
    const thanksgiving = [
      'UID:5',
      'DTSTART;VALUE=DATE:20201126',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    ];
    expect(dates(thanksgiving)).toEqual(['2027-11-25', '2028-11-23']);
  });

  test('names a date once, after all that is on it', () => {
    const other = ['UID:6', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Office  closed\\nfor all'];
    expect(read(christmas, other, christmas).found).toEqual([
      { date: '2026-12-25', name: 'Christmas Day, Office closed for all' },
    ]);
  });

  test('counts what is over, today not', () => {
    const gone = ['UID:7', 'DTSTART;VALUE=DATE:20261128', 'DTEND;VALUE=DATE:20261130'];
    expect(read(gone)).toMatchObject({ found: [{ date: today }], past: 1 });
  });

  test.each([
    ['a meeting', ['DTSTART:20261225T090000Z', 'SUMMARY:Meeting'], 'It is not a whole day.'],
    [
      'what repeats weekly',
      ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=WEEKLY'],
      'It repeats in another way than every year.',
    ],
    [
      'a day that never comes',
      ['DTSTART;VALUE=DATE:20260201', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
      'It repeats in another way than every year.',
    ],
    ['what was called off', [...christmas, 'STATUS:CANCELLED'], 'It was called off.'],
    [
      'what never ends',
      ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20290101'],
      'It is longer than 400 days.',
    ],
    ['no date', ['SUMMARY:Some day'], 'It cannot be read.'],
    ['a date that there is not', ['DTSTART;VALUE=DATE:20261345'], 'It cannot be read.'],
    ['a rule that is none', [...christmas, 'RRULE:FREQ=YEARLY;BYMONTH=13'], 'It cannot be read.'],
  ])('says why it does not take %s', (_, event, why) => {
    expect(read(event, christmas)).toMatchObject({
      found: [{ date: '2026-12-25' }],
      unread: [{ why }],
    });
  });

  test.each([
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['a page', '<!doctype html><p>Sign in</p>'],
    ['half a file', file(christmas).slice(0, 90)],
    ['a visiting card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEND:VCARD'],
  ])('that is %s is refused in a sentence', (_, text) => {
    expect(() => readHolidays(text, today)).toThrow(/^This is not a calendar file/);
  });

  test('with too much in it is refused', () => {
    const many = Array.from({ length: 2001 }, () => christmas);
    expect(() => readHolidays(file(...many), today)).toThrow(/2001 events; 2000 is the most/);
  });

  test('of several calendars gives all of them', () => {
    const other = ['UID:8', 'DTSTART;VALUE=DATE:20261226', 'SUMMARY:Boxing Day'];
    const both = `${file(christmas)}\r\n${file(other)}`;
    expect(readHolidays(both, today).found).toHaveLength(2);
  });

  test('of rules that come to nothing ends all the same', () => {
    const rules = [
      'FREQ=YEARLY;BYWEEKNO=54',
      'FREQ=YEARLY;BYMONTH=13',
      'FREQ=YEARLY;BYYEARDAY=400',
      'FREQ=YEARLY;BYMONTH=2;BYDAY=9MO',
      'FREQ=YEARLY;BYSETPOS=300;BYMONTH=1',
      'FREQ=YEARLY;INTERVAL=999999',
    ];
    for (const rule of rules) {
      expect(() => read(['DTSTART;VALUE=DATE:20260101', `RRULE:${rule}`])).not.toThrow();
    }
  });
});
