import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../sla/calendar';
import { hoursAhead } from './hours-ahead';
import type { OpenHours } from './shift';
import { hoursOfAll, openingAfter, shiftAt } from './shift';

const workday = [
  { start: '08:30', end: '12:30' },
  { start: '13:00', end: '17:00' },
];
const desk: Calendar = {
  timeZone: 'Europe/London',
  weekly: [workday, workday, workday, workday, workday, [], []],
  exceptions: [{ date: '2026-11-26', spans: [] }],
};
const always: Calendar = {
  timeZone: 'UTC',
  weekly: Array.from({ length: 7 }, () => [{ start: '00:00', end: '24:00' }]),
  exceptions: [],
};
const at = (iso: string) => Date.parse(iso);

describe('when a team is open', () => {
  test.each([
    // A Wednesday; the Thursday after it is a holiday.
    ['2026-11-25T09:00:00Z', true, '2026-11-25T12:30:00.000Z'],
    ['2026-11-25T12:30:00Z', false, '2026-11-25T13:00:00.000Z'],
    ['2026-11-25T17:00:00Z', false, '2026-11-27T08:30:00.000Z'],
    ['2026-11-25T08:30:00Z', true, '2026-11-25T12:30:00.000Z'],
    ['2026-11-28T09:00:00Z', false, '2026-11-30T08:30:00.000Z'],
  ])('at %s: on shift %s, until %s', (now, on, until) => {
    expect(shiftAt(hoursAhead(desk, at(now)), at(now))).toEqual({ on, until });
  });

  test('round the clock has no end that anybody knows, also over New Year', () => {
    for (const now of ['2026-11-25T09:00:00Z', '2026-12-31T23:59:59Z']) {
      expect(shiftAt(hoursAhead(always, at(now)), at(now))).toEqual({ on: true, until: null });
    }
  });

  test('without hours a team is always open', () => {
    expect(hoursAhead(null, 0)).toBeNull();
    expect(shiftAt(null, 0)).toEqual({ on: true, until: null });
  });

  test('what was read goes on being true as time passes', () => {
    const hours = hoursAhead(desk, at('2026-11-25T09:00:00Z'));
    expect(shiftAt(hours, at('2026-11-25T12:29:59Z')).on).toBe(true);
    expect(shiftAt(hours, at('2026-11-25T12:30:00Z')).on).toBe(false);
    expect(shiftAt(hours, at('2026-11-25T13:00:00Z'))).toEqual({
      on: true,
      until: '2026-11-25T17:00:00.000Z',
    });
  });

  test('they open next on another day', () => {
    const hours = hoursAhead(desk, at('2026-11-25T09:00:00Z'));
    expect(openingAfter(hours, at('2026-11-26T00:00:00Z'))).toBe('2026-11-27T08:30:00.000Z');
    expect(openingAfter(null, 0)).toBeNull();
  });
});

const seed = Number(process.env['SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);

describe('somebody of several teams', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, long]) => [from, from + long] as const);
  const team = fc
    .array(stretch, { maxLength: 5 })
    .map((spans): OpenHours => hoursOfAll([spans.map(([a, b]) => [iso(a), iso(b)] as const)]));

  function iso(minute: number): string {
    return new Date(minute * 60_000).toISOString();
  }

  test('is on shift exactly when one of them is open', () => {
    process.stdout.write(`SEED=${seed}\n`);
    fc.assert(
      fc.property(fc.array(team, { minLength: 1, maxLength: 4 }), fc.nat(120), (teams, minute) => {
        const now = minute * 60_000 + 30_000;
        const one = teams.some((hours) => shiftAt(hours, now).on);
        expect(shiftAt(hoursOfAll(teams), now).on).toBe(one);
      }),
      { seed },
    );
  });

  test('is always on shift with a team that is always open, and without a team', () => {
    expect(hoursOfAll([[], null])).toBeNull();
    expect(hoursOfAll([])).toBeNull();
  });
});
