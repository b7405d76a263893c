import { expect, test } from 'vitest';
import { presetsFor } from './presets';

const now = Date.parse('2026-11-25T11:59:30.500Z');
const day = {
  now,
  hours: [
    ['2026-11-25T08:30:00.000Z', '2026-11-25T12:30:00.000Z'],
    ['2026-11-25T13:00:00.000Z', '2026-11-25T17:00:00.000Z'],
    ['2026-11-26T08:30:00.000Z', '2026-11-26T12:30:00.000Z'],
  ],
  tomorrow: Date.parse('2026-11-26T00:00:00Z'),
  nineTomorrow: '2026-11-26T09:00:00.000Z',
} as const;

test('lunch is three quarters of an hour, to the full minute', () => {
  expect(presetsFor('away', day)).toContainEqual({
    id: 'lunch',
    label: 'Lunch, 45 min',
    reason: 'Lunch',
    until: '2026-11-25T12:45:00.000Z',
  });
});

test('back on another day is when the team opens, not after its lunch', () => {
  expect(presetsFor('offline', day)[0]).toMatchObject({
    label: 'Back when my team opens',
    until: '2026-11-26T08:30:00.000Z',
  });
});

test('without hours it is nine in the morning', () => {
  expect(presetsFor('away', { ...day, hours: null })).toContainEqual({
    id: 'back',
    label: 'Back tomorrow',
    reason: null,
    until: day.nineTomorrow,
  });
});

test('every state but available can be said without an end, and available has none', () => {
  for (const availability of ['busy', 'away', 'offline'] as const) {
    expect(presetsFor(availability, day).at(-1)?.until).toBeNull();
  }
  expect(presetsFor('available', day)).toEqual([]);
});
