import { expect, test } from 'vitest';
import type { QuietHours } from './choices';
import { choosing, isQuiet, productChoices, quietEnd, tells, ways } from './choices';

const workdays = [1, 2, 3, 4, 5];
const nights: QuietHours = { from: '19:00', to: '08:00', days: workdays, zone: 'Europe/Berlin' };
const lunch: QuietHours = { from: '12:00', to: '13:00', days: workdays, zone: 'Europe/Berlin' };
const sundays: QuietHours = { from: '00:00', to: '00:00', days: [0], zone: 'Europe/Berlin' };

// 23 November 2026 is a Monday; Berlin is an hour ahead of UTC.
test.each<[string, QuietHours, string, boolean]>([
  ['before the evening', nights, '2026-11-23T17:59:59Z', false],
  ['from its first minute on', nights, '2026-11-23T18:00:00Z', true],
  ['after midnight', nights, '2026-11-24T01:00:00Z', true],
  ['to its last minute', nights, '2026-11-24T06:59:59Z', true],
  ['no longer', nights, '2026-11-24T07:00:00Z', false],
  ['on Saturday morning, as it began on Friday', nights, '2026-11-28T05:00:00Z', true],
  ['on Saturday evening, which is not among the days', nights, '2026-11-28T20:00:00Z', false],
  ['on Monday morning, as Sunday is not among the days', nights, '2026-11-23T05:00:00Z', false],
  ['within a day', lunch, '2026-11-23T11:30:00Z', true],
  ['after it, within the day', lunch, '2026-11-23T12:00:00Z', false],
  ['all of Sunday', sundays, '2026-11-22T23:30:00+01:00', true],
  ['not on Monday', sundays, '2026-11-23T00:00:00+01:00', false],
])('quiet hours: %s', (_, quiet, at, expected) => {
  expect(isQuiet(quiet, new Date(at))).toBe(expected);
});

test('they go by the clock on the wall when the clocks change', () => {
  expect(isQuiet(nights, new Date('2026-07-01T17:00:00Z'))).toBe(true);
  expect(isQuiet(nights, new Date('2026-12-01T17:00:00Z'))).toBe(false);
});

test('without them nothing is quiet', () => {
  expect(isQuiet(null, new Date('2026-11-23T03:00:00Z'))).toBe(false);
});

// In Berlin clocks went forward on 29 March 2026 at 02:00 and went back on 25 October 2026 at 03:00.
const everyDay = { days: [0, 1, 2, 3, 4, 5, 6], zone: 'Europe/Berlin' };
const toSeven = { from: '22:00', to: '07:00', ...everyDay };
const toHalfPastTwo = { from: '22:00', to: '02:30', ...everyDay };

test.each<[string, QuietHours, string, string]>([
  ['at once, when it is not quiet', nights, '2026-11-23T12:34:56Z', '2026-11-23T12:34:56.000Z'],
  ['in the morning', nights, '2026-11-23T20:15:30Z', '2026-11-24T07:00:00.000Z'],
  ['on the same day', lunch, '2026-11-23T11:00:00Z', '2026-11-23T12:00:00.000Z'],
  [
    'on Saturday morning for Friday night',
    nights,
    '2026-11-27T23:00:00Z',
    '2026-11-28T07:00:00.000Z',
  ],
  ['at midnight for a whole day', sundays, '2026-11-22T12:00:00Z', '2026-11-22T23:00:00.000Z'],
  [
    'after both, for a Saturday and a Sunday',
    { ...sundays, days: [0, 6] },
    '2026-11-21T05:00:00Z',
    '2026-11-22T23:00:00.000Z',
  ],
  [
    'an hour sooner when clocks go forward',
    toSeven,
    '2026-03-28T21:30:00Z',
    '2026-03-29T05:00:00.000Z',
  ],
  [
    'an hour later when clocks go back',
    toSeven,
    '2026-10-24T20:30:00Z',
    '2026-10-25T06:00:00.000Z',
  ],
  [
    'at the jump, when it skips the end',
    toHalfPastTwo,
    '2026-03-28T22:00:00Z',
    '2026-03-29T01:00:00.000Z',
  ],
  ['at the first of two ends', toHalfPastTwo, '2026-10-24T22:00:00Z', '2026-10-25T00:30:00.000Z'],
])('quiet hours end %s', (_, quiet, at, expected) => {
  expect(quietEnd(quiet, new Date(at)).toISOString()).toBe(expected);
});

test('where it is always quiet, it is asked again a week later', () => {
  const always = { from: '08:00', to: '08:00', ...everyDay };
  const at = new Date('2026-11-23T12:00:00Z');
  expect(quietEnd(always, at).getTime() - at.getTime()).toBeGreaterThan(7 * 86_400_000);
});

test('what does not reach the list reaches nobody by another way', () => {
  const all = { ...productChoices, browser: true, email: ['breached'] as const };
  expect(ways.filter((way) => tells(all, 'breached', way))).toEqual(['app', 'browser', 'email']);
  const off = choosing(all, { kind: 'breached', way: 'app', on: false });
  expect(ways.filter((way) => tells(off, 'breached', way))).toEqual([]);
  const back = choosing(off, { kind: 'breached', way: 'app', on: true });
  expect(ways.filter((way) => tells(back, 'breached', way))).toEqual(ways);
});

test.each(ways)('a kind is turned on and off %s by itself', (way) => {
  const all = { ...productChoices, browser: true, email: ['breached'] as const };
  const off = choosing(all, { kind: 'breached', way, on: false });
  expect(tells(off, 'breached', way)).toBe(false);
  expect(tells(off, 'woke', 'app')).toBe(true);
  expect(tells(choosing(off, { kind: 'breached', way, on: true }), 'breached', way)).toBe(true);
});
