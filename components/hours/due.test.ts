import { expect, test } from 'vitest';
import type { Calendar } from '@/lib/domain/sla/calendar';
import { dueAt } from './due';
import { dateIn, dateInWords, momentIn } from './moment';

const span = { start: '09:00', end: '17:00' };
const lunch = [
  { start: '09:00', end: '12:00' },
  { start: '13:00', end: '17:00' },
];
const office: Calendar = {
  timeZone: 'Europe/Berlin',
  weekly: [[span], [span], lunch, [span], [span], [], []],
  exceptions: [{ date: '2026-12-25', spans: [] }],
};

function sentence(date: string, clock: string, seconds: number, calendar = office): string {
  const due = dueAt(calendar, { date, clock, seconds });
  if (!due) return 'nothing';
  const [from, to] = [due.begins, due.due].map((at) => momentIn(calendar.timeZone, at));
  return `from ${from} to ${to}`;
}

test.each([
  ['2026-12-04', '16:45', 3600, 'from Friday 4 December at 16:45 to Monday 7 December at 09:45'],
  [
    '2026-12-02',
    '11:30',
    3600,
    'from Wednesday 2 December at 11:30 to Wednesday 2 December at 13:30',
  ],
  [
    '2026-12-24',
    '16:30',
    3600,
    'from Thursday 24 December at 16:30 to Monday 28 December at 09:30',
  ],
  ['2026-12-05', '10:00', 60, 'from Monday 7 December at 09:00 to Monday 7 December at 09:01'],
  ['2026-02-30', '10:00', 60, 'nothing'],
  ['2026-12-05', 'noon', 60, 'nothing'],
])('%s at %s and %d seconds: %s', (date, clock, seconds, words) => {
  expect(sentence(date, clock, seconds)).toBe(words);
});

test('there is nothing to count by in hours that cannot be', () => {
  expect(sentence('2026-12-04', '10:00', 60, { ...office, timeZone: 'Mars' })).toBe('nothing');
  expect(sentence('2026-12-04', '10:00', 60, { ...office, weekly: [] })).toBe('nothing');
});

test('a date is that of the zone', () => {
  const at = Date.parse('2026-11-29T23:30:00Z');
  expect(dateIn('Europe/Berlin', at)).toBe('2026-11-30');
  expect(dateIn('America/New_York', at)).toBe('2026-11-29');
  expect(dateIn('Mars', at)).toBe('2026-11-29');
  expect(dateInWords('2026-12-25')).toBe('Fri 25 December 2026');
});
