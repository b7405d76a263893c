import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inBursts } from './burst';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a burst of events', () => {
  it('is heard at once and then once for all that followed', () => {
    const heard: number[][] = [];
    const burst = inBursts<number>((items) => heard.push([...items]), 150);
    burst.add([1]);
    burst.add([2]);
    burst.add([3, 4]);
    expect(heard).toEqual([[1]]);
    vi.advanceTimersByTime(150);
    expect(heard).toEqual([[1], [2, 3, 4]]);
  });

  it('is heard at once again after a quiet moment', () => {
    const heard: number[][] = [];
    const burst = inBursts<number>((items) => heard.push([...items]), 150);
    burst.add([1]);
    vi.advanceTimersByTime(400);
    burst.add([2]);
    expect(heard).toEqual([[1], [2]]);
  });

  it('is not heard after the screen is gone', () => {
    const heard: number[][] = [];
    const burst = inBursts<number>((items) => heard.push([...items]), 150);
    burst.add([1]);
    burst.add([2]);
    burst.stop();
    vi.advanceTimersByTime(1_000);
    expect(heard).toEqual([[1]]);
  });
});
