import { expect, test } from 'vitest';
import { isZone, startOfDay } from './day';

const now = new Date('2026-11-24T03:30:00Z');

test.each([
  ['2026-11-01', 'UTC', '2026-11-01T00:00:00.000Z'],
  ['2026-11-01', 'Asia/Tokyo', '2026-10-31T15:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-11-01', 'Asia/Kathmandu', '2026-10-31T18:15:00.000Z'],
  // In Beirut the clocks skip this midnight.
  ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
  ['today', 'Asia/Tokyo', '2026-11-23T15:00:00.000Z'],
  ['today', 'America/New_York', '2026-11-23T05:00:00.000Z'],
  ['yesterday', 'UTC', '2026-11-23T00:00:00.000Z'],
  ['7d', 'UTC', '2026-11-17T00:00:00.000Z'],
  ['2w', 'Asia/Tokyo', '2026-11-09T15:00:00.000Z'],
  ['2026-11-01', 'Nowhere/Town', '2026-11-01T00:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, instant) => {
  expect(startOfDay(day, { now, zone })).toBe(instant);
});

test('what is no zone is known as none', () => {
  expect(['UTC', 'Asia/Tokyo', '', 'x', "'; drop"].map(isZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
