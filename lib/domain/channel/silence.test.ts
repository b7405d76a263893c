import { describe, expect, it } from 'vitest';
import { listen, silentAfter, usualQuietOf } from './silence';

const hour = 3_600_000;
/** Hours of so many days in which customers wrote, from nine to nine. */
const openHours = (days: number) =>
  Array.from({ length: days }, (_, day) =>
    Array.from({ length: 13 }, (_unused, at) => (day * 24 + 9 + at) * hour),
  ).flat();

describe('when a channel counts as silent', () => {
  it.each([
    ['what an admin chose', 180, 600, 180],
    ['never, when an admin chose so', 0, 600, null],
    ['a day, while little is known', null, null, 1440],
    ['half as long again as its longest quiet time', null, 720, 1080],
    ['two hours at the least', null, 20, 120],
    ['three days at the most', null, 6000, 4320],
  ])('is %s', (_, chosen, usual, minutes) => {
    expect(silentAfter(chosen, usual)).toBe(minutes);
  });

  it('has the nights in it: a channel that sleeps from ten to nine is not silent at eight', () => {
    const usual = usualQuietOf(openHours(14));
    expect(usual).toBe(12 * 60);
    expect(silentAfter(null, usual)).toBe(18 * 60);
  });

  it('is not told from two days, nor from a handful of messages', () => {
    expect(usualQuietOf(openHours(2))).toBeNull();
    expect(usualQuietOf([0, 90 * hour])).toBeNull();
    expect(usualQuietOf([])).toBeNull();
  });

  it('does not ask in which order the hours come', () => {
    expect(usualQuietOf(openHours(5).toReversed())).toBe(12 * 60);
  });
});

describe('a look after a channel', () => {
  const watched = { heardAtMs: 0, isSilent: false, afterMs: 60_000, nowMs: 59_999 };

  it('finds nothing before the time is over, and looks when it will be', () => {
    expect(listen(watched, 1_000)).toEqual({ tell: null, isSilent: false, againAtMs: 60_000 });
  });

  it('tells of a silence once', () => {
    expect(listen({ ...watched, nowMs: 60_000 }, 1_000)).toEqual({
      tell: 'silent',
      isSilent: true,
      againAtMs: 61_000,
    });
    expect(listen({ ...watched, nowMs: 61_000, isSilent: true }, 1_000)).toEqual({
      tell: null,
      isSilent: true,
      againAtMs: 62_000,
    });
  });

  it('tells of its end once something came', () => {
    expect(listen({ ...watched, isSilent: true, heardAtMs: 50_000 }, 1_000)).toEqual({
      tell: 'heard',
      isSilent: false,
      againAtMs: 110_000,
    });
  });

  it('says nothing when nobody listens any more: nothing was heard', () => {
    const off = { tell: null, isSilent: false, againAtMs: null };
    expect(listen({ ...watched, isSilent: true, afterMs: null }, 1_000)).toEqual(off);
    expect(listen({ ...watched, afterMs: null }, 1_000)).toEqual(off);
  });
});
