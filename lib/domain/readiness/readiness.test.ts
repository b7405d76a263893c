import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hour } from './coverage';
import { coverageOf, gapName } from './coverage';
import type { Measured, ReadinessKey, ReadinessState } from './readiness';
import { readinessOf, tallyOf } from './readiness';

const nothing: Measured = {
  hours: [],
  weeks: 0,
  routing: null,
  targets: null,
  replies: null,
  spam: null,
};

/** An hour of the week with that many messages, worked in so many of four weeks. */
const hour = (at: number, messages: number, weeksWorked: number): Hour => ({
  hour: at,
  messages,
  weeksWorked,
});

describe('whether people cover the hours', () => {
  it('counts an hour as covered when somebody worked in it in at least half of the weeks', () => {
    const hours = [hour(9, 60, 4), hour(10, 30, 2), hour(20, 10, 1)];
    expect(coverageOf(hours, 4)).toEqual({
      messages: 100,
      share: 0.9,
      gaps: [{ from: 20, to: 21, messages: 10, share: 0.1 }],
    });
  });

  it('joins hours of one day and not over midnight, the fullest gap first', () => {
    const hours = [hour(22, 1, 0), hour(23, 2, 0), hour(24, 9, 0), hour(30, 4, 0), hour(8, 84, 4)];
    const { gaps } = coverageOf(hours, 4);
    expect(gaps.map(({ from, to, messages }) => [from, to, messages])).toEqual([
      [24, 25, 9],
      [30, 31, 4],
      [22, 24, 3],
    ]);
    expect(gaps.map(gapName)).toEqual([
      'Tue 0:00 to 1:00',
      'Tue 6:00 to 7:00',
      'Mon 22:00 to 24:00',
    ]);
  });

  it('is no gap where nobody writes', () => {
    expect(coverageOf([hour(3, 0, 0)], 4)).toEqual({ messages: 0, share: 1, gaps: [] });
  });
});

describe('readiness', () => {
  const cases: [ReadinessKey, Partial<Measured>, ReadinessState][] = [
    ['people', { hours: [hour(9, 19, 4)], weeks: 4 }, 'not_measured'],
    ['people', { hours: [hour(9, 18, 4), hour(10, 2, 0)], weeks: 4 }, 'ready'],
    ['people', { hours: [hour(9, 17, 4), hour(10, 3, 0)], weeks: 4 }, 'not_ready'],
    ['routing', { routing: { teams: 3, teamsWithout: 0, overCapacity: 0 } }, 'ready'],
    ['routing', { routing: { teams: 3, teamsWithout: 1, overCapacity: 0 } }, 'not_ready'],
    ['routing', { routing: { teams: 3, teamsWithout: 0, overCapacity: 1 } }, 'not_ready'],
    ['targets', { targets: { policies: 0, ended: 0, kept: 0 } }, 'not_ready'],
    ['targets', { targets: { policies: 1, ended: 0, kept: 0 } }, 'not_measured'],
    ['targets', { targets: { policies: 1, ended: 10, kept: 9 } }, 'ready'],
    ['targets', { targets: { policies: 1, ended: 10, kept: 8 } }, 'not_ready'],
    ['replies', { replies: { intents: 0, withReply: 0 } }, 'not_measured'],
    ['replies', { replies: { intents: 4, withReply: 4 } }, 'ready'],
    ['replies', { replies: { intents: 4, withReply: 3 } }, 'not_ready'],
    ['spam', { spam: { isOn: true } }, 'ready'],
    ['spam', { spam: { isOn: false } }, 'not_ready'],
  ];
  it.each(cases)('%s with %j is %s', (key, measured, state) => {
    const items = readinessOf({ ...nothing, ...measured });
    expect(items.find((item) => item.key === key)?.state).toBe(state);
    expect(items.filter((item) => item.key !== key && item.state !== 'not_measured')).toEqual([]);
  });

  it('is never claimed of what nobody measured', () => {
    expect(tallyOf(readinessOf(nothing))).toEqual({ all: 5, measured: 0, ready: 0 });
  });

  it('tells how many were measured and how many of those are ready', () => {
    const items = readinessOf({
      ...nothing,
      spam: { isOn: true },
      replies: { intents: 2, withReply: 0 },
    });
    expect(tallyOf(items)).toEqual({ all: 5, measured: 2, ready: 1 });
  });
});

const someHours = fc.uniqueArray(
  fc.record({
    hour: fc.integer({ min: 0, max: 167 }),
    messages: fc.integer({ min: 0, max: 500 }),
    weeksWorked: fc.integer({ min: 0, max: 4 }),
  }),
  { selector: ({ hour: at }) => at, maxLength: 168 },
);

describe('for any week', () => {
  it('every message is covered or in one gap', () => {
    fc.assert(
      fc.property(someHours, (hours) => {
        const { messages, share, gaps } = coverageOf(hours, 4);
        const inGaps = gaps.reduce((sum, gap) => sum + gap.messages, 0);
        expect(Math.round(share * messages) + inGaps).toBe(messages);
      }),
    );
  });

  it('more work never covers less', () => {
    fc.assert(
      fc.property(someHours, fc.nat(167), (hours, at) => {
        const more = hours.map((each) =>
          each.hour === at ? { ...each, weeksWorked: each.weeksWorked + 1 } : each,
        );
        expect(coverageOf(more, 4).share).toBeGreaterThanOrEqual(coverageOf(hours, 4).share);
      }),
    );
  });
});
