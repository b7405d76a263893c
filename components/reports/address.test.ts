import { expect, test } from 'vitest';
import { reportAsked, reportPath } from './address';

test('what an address asks comes back from it', () => {
  const asked = {
    days: 30,
    count: 'byLink',
    channelId: '018f2f3e-0000-7000-8000-00000000000a',
  } as const;
  const path = reportPath(asked);
  const search = new URLSearchParams(path.split('?')[1]);
  expect(reportAsked(Object.fromEntries(search))).toEqual(asked);
});

test('what is not understood is left out', () => {
  expect(reportAsked({ days: '8', show: 'toString', channel: "' or 1=1" })).toEqual({
    days: 7,
    count: 'all',
    channelId: null,
  });
  expect(reportAsked({ days: ['30'], channel: ['a', 'b'] }).days).toBe(7);
});
