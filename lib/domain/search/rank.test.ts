import { expect, test } from 'vitest';
import { scoreOf } from './rank';

const DAY = 86_400_000;
const hit = { ageMs: 0, needles: 2, whole: 2, places: 2, isName: false };

test('of two that fit alike the newer stands first', () => {
  expect(scoreOf(hit)).toBeGreaterThan(scoreOf({ ...hit, ageMs: DAY }));
});

test('a whole word fits better than a beginning, and more of them better still', () => {
  expect(scoreOf(hit)).toBeGreaterThan(scoreOf({ ...hit, whole: 1 }));
  expect(scoreOf({ ...hit, places: 8 })).toBeGreaterThan(scoreOf(hit));
  expect(scoreOf({ ...hit, places: 4_000 })).toBe(scoreOf({ ...hit, places: 16 }));
});

test('a name that fits stands before what somebody said on the same day', () => {
  expect(scoreOf({ ...hit, isName: true })).toBeGreaterThan(scoreOf({ ...hit, places: 99 }));
});

test('age never takes all, and the future is now', () => {
  const old = scoreOf({ ...hit, ageMs: 3_650 * DAY });
  expect(old).toBeGreaterThan(0.2);
  expect(scoreOf({ ...hit, ageMs: -DAY })).toBe(scoreOf(hit));
});
