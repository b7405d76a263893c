import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Search } from './absence';
import { firstLookAt, judgeAbsence, lookAfterFailure } from './absence';
import { deliveryPolicy } from './policy';

const policy = deliveryPolicy(1);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('looking for a message whose outcome is unknown', () => {
  it('proves its absence by two walks, the second five minutes after the attempt', () => {
    const attemptAt = 1_000_000 * SECOND;
    const first = judgeAbsence(
      { attemptAt, absences: 0, absentAt: null },
      attemptAt + 90 * SECOND,
      policy,
    );
    expect(first).toMatchObject({ kind: 'absent_once', absences: 1 });
    if (first.kind !== 'absent_once') return;
    expect(first.lookAgainAt).toBeGreaterThanOrEqual(attemptAt + 5 * MINUTE);
    expect(judgeAbsence({ attemptAt, ...first }, first.lookAgainAt, policy).kind).toBe(
      'absence_proven',
    );
  });

  it('never proves absence earlier, or by walks that are close together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { minLength: 1 }),
        (offsets) => {
          const walks = [...offsets].sort((a, b) => a - b);
          let search: Search = { attemptAt: 0, absences: 0, absentAt: null };
          let firstCounted: number | undefined;
          for (const at of walks) {
            const judged = judgeAbsence(search, at, policy);
            if (judged.kind === 'absence_proven') {
              expect(at).toBeGreaterThanOrEqual(5 * MINUTE);
              expect(firstCounted).toBeDefined();
              expect(at - (firstCounted ?? at)).toBeGreaterThanOrEqual(MINUTE);
              return;
            }
            search = { attemptAt: 0, absences: judged.absences, absentAt: judged.absentAt };
            if (judged.absences === 1) firstCounted ??= at;
          }
        },
      ),
    );
  });

  it('always finds an end when walks happen at the times it asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 * MINUTE }), (attemptAt) => {
        let search: Search = { attemptAt, absences: 0, absentAt: null };
        let at = firstLookAt(attemptAt, policy);
        for (let walks = 1; walks <= 3; walks++) {
          const judged = judgeAbsence(search, at, policy);
          if (judged.kind === 'absence_proven') return;
          expect(judged.lookAgainAt).toBeGreaterThan(at);
          search = { attemptAt, absences: judged.absences, absentAt: judged.absentAt };
          at = judged.lookAgainAt;
        }
        throw new Error('three walks at the right times proved nothing');
      }),
    );
  });
});

test('all unknowns of a channel are looked for at the same moments', () => {
  const moments = new Set(
    Array.from({ length: 50 }, (_, index) => firstLookAt(index * 200, policy)),
  );
  expect(moments.size).toBeLessThanOrEqual(2);
});

test('after fifteen minutes without a look-up a person is asked, and not earlier', () => {
  expect(lookAfterFailure(0, { now: 14 * MINUTE }, policy)).toBeLessThanOrEqual(15 * MINUTE);
  expect(lookAfterFailure(0, { now: 0, earliest: 60 * MINUTE }, policy)).toBe(15 * MINUTE);
  expect(lookAfterFailure(0, { now: 15 * MINUTE }, policy)).toBeUndefined();
});
