import { expect, test } from 'vitest';
import { isoInstant } from './instant';

test.each([
  ['2026-11-22 12:04:05.123456+00', '2026-11-22T12:04:05.123456Z'],
  ['2026-11-22 12:04:05+00', '2026-11-22T12:04:05.000000Z'],
  ['2026-11-22 01:04:05.12+05:30', '2026-11-21T19:34:05.120000Z'],
  ['2026-11-22 23:04:05.000001-03', '2026-11-23T02:04:05.000001Z'],
  ['2026-11-22T12:04:05.5Z', '2026-11-22T12:04:05.500000Z'],
])('%s is told as %s, to the microsecond', (database, iso) => {
  expect(isoInstant(database)).toBe(iso);
});

test('anything else is a bug, not a date', () => {
  expect(() => isoInstant('infinity')).toThrow('Not an instant: infinity');
});
