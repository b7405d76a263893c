import { expect, test } from 'vitest';
import { ago } from './ago';

test.each([
  [-3, 'just now'],
  [9.9, 'just now'],
  [12.7, '12 seconds ago'],
  [60, '1 minute ago'],
  [3_599, '59 minutes ago'],
  [7_200, '2 hours ago'],
  [200_000, '2 days ago'],
])('%d seconds are told as "%s"', (seconds, words) => {
  expect(ago(seconds)).toBe(words);
});
