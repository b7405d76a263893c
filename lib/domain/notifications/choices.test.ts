import { expect, test } from 'vitest';
import type { QuietHours } from './choices';
import { isQuiet } from './choices';

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
