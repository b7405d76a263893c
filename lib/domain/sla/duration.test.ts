import { describe, expect, test } from 'vitest';
import { formatDuration, formatOpenTime, parseDuration, whyNotDuration } from './duration';

describe('how long', () => {
  test.each([
    [0, '0 s'],
    [0.4, '0 s'],
    [1, '1 s'],
    [59.6, '1 m'],
    [60, '1 m'],
    [90, '1 m 30 s'],
    [3600, '1 h'],
    [5400, '1 h 30 m'],
    [86_399, '23 h 59 m 59 s'],
    [86_400, '1 d'],
    [90_061, '1 d 1 h 1 m 1 s'],
    [365 * 86_400, '365 d'],
    [-90, '−1 m 30 s'],
  ])('%d seconds is “%s”', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test.each([
    [0, '0 s'],
    [5400, '1 h 30 m'],
    [144_000, '40 h'],
    [365 * 86_400, '8760 h'],
  ])('%d seconds of open time are “%s”', (seconds, text) => {
    expect(formatOpenTime(seconds)).toBe(text);
  });

  test.each([
    ['30 m', 1800],
    ['30m', 1800],
    ['  1 h 30 m ', 5400],
    ['1h30m', 5400],
    ['1 h, 30 min', 5400],
    ['1.5 hours', 5400],
    ['1,5 h', 5400],
    ['2 d', 172_800],
    ['2 Days 4 HOURS', 187_200],
    ['90 s', 90],
    ['1 d 0 h', 86_400],
    ['0 m', 0],
  ])('“%s” is %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each([
    '',
    ' ',
    '30',
    'soon',
    '-5 m',
    '30 m 2 d',
    '1 h 1 h',
    '1 h 30',
    '2 w',
    '1 h and 30 m',
    '1..5 h',
    'm',
    '1 month',
  ])('“%s” says no time', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  test('what is written reads back as the same', () => {
    for (let seconds = 1; seconds < 200_000; seconds += 977) {
      expect(parseDuration(formatDuration(seconds))).toBe(seconds);
    }
  });

  test.each([
    ['59 s', 'A minute is the least.'],
    ['1 m', null],
    ['365 d', null],
    ['365 d 1 s', 'A year (365 d) is the most.'],
    ['soon', 'Write it like 30 m, 1 h 30 m or 2 d.'],
  ])('a promise of “%s”: %s', (text, why) => {
    expect(whyNotDuration(text)).toBe(why);
  });
});
