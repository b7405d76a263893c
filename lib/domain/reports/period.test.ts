import { expect, test } from 'vitest';
import {
  boundsOf,
  daysOf,
  eachDay,
  isNamedZone,
  lastDays,
  namedDays,
  periodBefore,
  yearBefore,
} from './period';

const spring = { from: '2026-03-28', to: '2026-03-30' };

test('the last days end with today on the wall of the zone', () => {
  const now = new Date('2026-03-31T23:30:00Z');
  expect(lastDays(7, 'UTC', now)).toEqual({ from: '2026-03-25', to: '2026-03-31' });
  expect(lastDays(7, 'Europe/London', now)).toEqual({ from: '2026-03-26', to: '2026-04-01' });
});

test.each([
  ['2026-02-29', '2026-03-01'],
  ['2026-03-02', '2026-03-01'],
  ['2025-01-01', '2026-12-31'],
  ['1999-01-01', '1999-01-02'],
  ['2026-1-1', '2026-01-02'],
  [['2026-01-01'], '2026-01-02'],
  [undefined, undefined],
])('%s to %s are no days of a report', (from, to) => {
  expect(namedDays(from, to)).toBeNull();
});

test('a period has its days, as many before it, and the same dates a year before', () => {
  expect(namedDays('2026-03-28', '2026-03-30')).toEqual(spring);
  expect(daysOf(spring)).toBe(3);
  expect(eachDay(spring)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  expect(periodBefore(spring)).toEqual({ from: '2026-03-25', to: '2026-03-27' });
  expect(yearBefore(spring)).toEqual({ from: '2025-03-28', to: '2025-03-30' });
  const leap = { from: '2028-02-29', to: '2028-02-29' };
  expect(yearBefore(leap)).toEqual({ from: '2027-02-28', to: '2027-02-28' });
});

test('its bounds are midnights of the zone, an hour nearer where clocks went forward', () => {
  expect(boundsOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/London')).toEqual({
    from: '2026-03-29T00:00:00.000Z',
    until: '2026-03-29T23:00:00.000Z',
  });
  // In Beirut the clocks skip midnight itself.
  expect(boundsOf({ from: '2026-03-29', to: '2026-03-29' }, 'Asia/Beirut').from).toBe(
    '2026-03-28T22:00:00.000Z',
  );
});

test('a zone has a name; an offset has none', () => {
  expect(isNamedZone('Europe/London')).toBe(true);
  expect(isNamedZone('UTC')).toBe(true);
  for (const name of ['+01:00', '-0500', 'Mars/Phobos', '', 3, undefined]) {
    expect(isNamedZone(name)).toBe(false);
  }
});
