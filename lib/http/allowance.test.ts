import { expect, test } from 'vitest';
import { allowance } from './allowance';

test('lets each key through so often, and again in the next window', () => {
  const takes = allowance({ most: 2, windowMs: 1_000 });
  expect([takes('a', 0), takes('a', 1), takes('a', 999)]).toEqual([true, true, false]);
  expect(takes('b', 999)).toBe(true);
  expect([takes('a', 1_000), takes('b', 1_001)]).toEqual([true, true]);
});
