import { expect, test } from 'vitest';
import { impactInWords, openInWords } from './impact-words';

test.each([
  [null, 'Also the open ones'],
  [0, 'Also the open ones: there are none'],
  [1, 'Also the one that is open'],
  [1430, 'Also the 1,430 open ones'],
])('%s open: %s', (open, words) => {
  expect(openInWords(open)).toBe(words);
});

test.each([
  [{ open: 0, broken: 0, anew: 0 }, 'policy', /^Nothing is open/],
  [{ open: 9, broken: 0, anew: 0 }, 'hours', /^None would be broken at once. From then on/],
  [{ open: 9, broken: 1, anew: 0 }, 'policy', /^1 would be broken at once. What has passed counts/],
  [{ open: 9, broken: 2, anew: 1 }, 'order', /^2 would .* 1 gets a promise that was not made/],
  [{ open: 9, broken: 2, anew: 3 }, 'archive', / 3 get a promise/],
  [{ open: 9, broken: 0, anew: 9 }, 'policy', /^Of the clocks that run, none .* 9 get a promise/],
] as const)('%o of %s: %s', (impact, kind, words) => {
  expect(impactInWords(impact, kind)).toMatch(words);
});
