import { expect, test } from 'vitest';
import { factsOf, factsThatDiffer } from './facts';

const names = {
  labels: [{ id: 'l', name: 'Refund' }],
  teams: [{ id: 't', name: 'Care' }],
  zone: 'Europe/Berlin',
};
const plain = {
  allowance: 'free',
  media: [],
  actions: {},
  validFrom: null,
  validUntil: null,
  reviewBy: null,
  risk: 'low',
} as const;

test('a version that leaves all open has one fact', () => {
  expect(factsOf({ ...plain, media: [] }, names)).toEqual([
    { what: 'Agents may change', said: 'everything' },
  ]);
});

test('what happens along with it is told with its names, times by the viewer’s clock', () => {
  const told = factsOf(
    {
      ...plain,
      media: [],
      actions: { status: 'snoozed', snoozeHours: 24, teamId: 't', labelIds: ['l', 'gone'] },
      validUntil: '2026-12-03T08:00:00.000Z',
    },
    names,
  );
  expect(told).toContainEqual({
    what: 'The conversation',
    said: 'is snoozed for 24 hours; is given to Care; gets Refund, one that is gone',
  });
  expect(told).toContainEqual({ what: 'In use until', said: 'Thu 3 Dec 2026, 09:00' });
});

test('only what is otherwise is told of two versions', () => {
  const before = { ...plain, media: [] };
  const after = { ...before, allowance: 'exact', validFrom: '2026-12-03T08:00:00.000Z' } as const;
  expect(factsThatDiffer(before, before, names)).toEqual([]);
  expect(factsThatDiffer(before, after, names)).toEqual([
    { what: 'Agents may change', before: 'everything', after: 'nothing' },
    { what: 'In use from', before: 'nothing', after: 'Thu 3 Dec 2026, 09:00' },
  ]);
});
