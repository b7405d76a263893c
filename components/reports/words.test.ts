import { expect, test } from 'vitest';
import { share, timeTaken } from './words';

test.each([
  [0, 'under 1 min'],
  [59.9, 'under 1 min'],
  [60, '1 min'],
  [3599, '59 min'],
  [3600, '1 h'],
  [12_000, '3 h 20 min'],
  [86_399, '23 h 59 min'],
  [86_400, '1 d'],
  [187_300, '2 d 4 h'],
])('%d seconds are told as %s', (seconds, words) => {
  expect(timeTaken(seconds)).toBe(words);
});

test('a share of nothing is none, not zero', () => {
  expect(share(1, 3)).toBe('33 %');
  expect(share(0, 3)).toBe('0 %');
  expect(share(0, 0)).toBeNull();
});
