import { describe, expect, it } from 'vitest';
import { rateIn } from './rates';

function window(prefix: string, limit: number, remaining: number, reset: number) {
  return {
    [`${prefix}-limit`]: `${limit}`,
    [`${prefix}-remaining`]: `${remaining}`,
    [`${prefix}-reset`]: `${reset}`,
  };
}

describe('what the headers say of the budget', () => {
  const quarter = window('x-rate-limit', 15, 9, 1_784_929_000);

  it('is the window of 15 minutes when it is the only one', () => {
    expect(rateIn(new Headers(quarter))).toEqual({
      limit: 15,
      remaining: 9,
      resetAt: new Date(1_784_929_000_000),
    });
  });

  it.each(['x-user-limit-24hour', 'x-app-limit-24hour'])(
    'is %s when less is left of that',
    (day) => {
      const headers = new Headers({ ...quarter, ...window(day, 1440, 3, 1_785_000_000) });
      expect(rateIn(headers)).toMatchObject({ limit: 1440, remaining: 3 });
      const roomy = new Headers({ ...quarter, ...window(day, 1440, 900, 1_785_000_000) });
      expect(rateIn(roomy)).toMatchObject({ limit: 15, remaining: 9 });
    },
  );

  it('is the window that stays shut longer when two are used up', () => {
    const headers = new Headers({
      ...window('x-rate-limit', 15, 0, 1_784_929_000),
      ...window('x-user-limit-24hour', 1440, 0, 1_785_000_000),
    });
    expect(rateIn(headers)?.resetAt).toEqual(new Date(1_785_000_000_000));
  });

  it('is nothing when the headers are missing, incomplete or not numbers', () => {
    for (const headers of [
      {},
      { 'x-rate-limit-limit': '15' },
      { ...quarter, 'x-rate-limit-reset': 'soon' },
    ]) {
      expect(rateIn(new Headers(headers))).toBeUndefined();
    }
  });
});
