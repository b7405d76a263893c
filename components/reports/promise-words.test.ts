import { expect, test } from 'vitest';
import {
  exactShare,
  growth,
  hourWords,
  periodWords,
  shareBefore,
  timeBefore,
} from './promise-words';

test.each([
  [10, 10, '100 %'],
  [1999, 2000, '99.9 %'],
  [99_999, 100_000, '99.9 %'],
  [2, 3, '66.6 %'],
  [9, 10, '90.0 %'],
  [0, 3, '0.0 %'],
  [0, 0, null],
])('%d of %d is %s: only all of them is 100 %%', (part, whole, words) => {
  expect(exactShare(part, whole)).toBe(words);
});

test.each([
  [12, 10, '+20 %'],
  [9, 10, '−10 %'],
  [1001, 3000, '−66.6 %'],
  [10, 10, 'as a year before'],
  [5, 0, 'none a year before'],
  [0, 0, 'none, as a year before'],
])('%d after %d is told as %s', (now, then, words) => {
  expect(growth(now, then)).toBe(words);
});

test('days are told without saying a month or a year twice', () => {
  expect(periodWords({ from: '2026-11-02', to: '2026-11-29' })).toBe('2 to 29 Nov 2026');
  expect(periodWords({ from: '2026-10-31', to: '2026-11-29' })).toBe('31 Oct to 29 Nov 2026');
  expect(periodWords({ from: '2025-11-02', to: '2026-11-02' })).toBe('2 Nov 2025 to 2 Nov 2026');
  expect(periodWords({ from: '2026-11-02', to: '2026-12-02' })).toBe('2 Nov to 2 Dec 2026');
  expect(periodWords({ from: '2026-11-02', to: '2026-11-02' })).toBe('2 Nov 2026');
});

test('an hour of the week and what was before are told in words', () => {
  expect(hourWords({ day: 7, hour: 23 })).toBe('Sun 23:00 to 24:00');
  expect(shareBefore(1, 4)).toBe('before 25.0 %');
  expect(shareBefore(0, 0)).toBe('none before');
  expect(timeBefore(90)).toBe('before 1 m 30 s');
  expect(timeBefore(null)).toBe('none before');
});
