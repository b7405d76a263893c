import { expect, test } from 'vitest';
import type { VersionView } from '@/lib/queries/replies/views';
import { momentsOf } from './moments';

const draft: VersionView = {
  id: 'v',
  replyId: 'r',
  language: 'en',
  number: 1,
  state: 'draft',
  body: 'Hello.',
  allowance: 'free',
  risk: 'low',
  media: [],
  actions: {},
  validFrom: null,
  validUntil: null,
  reviewBy: null,
  sourceVersionId: null,
  author: { id: 's', name: 'Sunniva' },
  revision: 1,
  bodyHash: null,
  createdAt: '2026-11-01T09:00:00Z',
  submittedAt: null,
  approvedAt: null,
  scheduled: false,
  publishedAt: null,
  publishedBy: null,
  endedAt: null,
  endedBy: null,
  endReason: null,
  sentIn: null,
  reviews: [],
  comments: [],
};

const told = (version: VersionView) =>
  momentsOf(version).map(({ who, did }) => `${who} ${did}`.trim());

test('a draft was begun by somebody', () => {
  expect(told(draft)).toEqual(['Sunniva began it']);
});

test('what happened to a version is told with the newest first, and why', () => {
  const recalled: VersionView = {
    ...draft,
    state: 'recalled',
    submittedAt: '2026-11-02T09:00:00Z',
    reviews: [
      {
        member: { id: 'j', name: 'Jack' },
        decision: 'approved',
        comment: 'Good.',
        at: '2026-11-03T09:00:00Z',
        holds: true,
      },
    ],
    publishedAt: '2026-11-04T09:00:00Z',
    publishedBy: 'Lena',
    endedAt: '2026-11-05T09:00:00Z',
    endedBy: 'Sunniva',
    endReason: 'The price is wrong.',
  };
  expect(told(recalled)).toEqual([
    'Sunniva recalled it',
    'Lena published it',
    'Jack approved it',
    'Sunniva submitted it',
    'Sunniva began it',
  ]);
  expect(momentsOf(recalled)[0]?.why).toBe('The price is wrong.');
});

test('what the clock and a newer version did, nobody did', () => {
  const ended = { ...draft, endedAt: '2026-11-05T09:00:00Z' };
  expect(told({ ...ended, state: 'superseded' })[0]).toBe('A newer version took its place');
  expect(told({ ...ended, state: 'expired' })[0]).toBe('Its time was over');
});

test('an approval of words that were changed afterwards is told as one of then', () => {
  const reviews = [
    {
      member: { id: 'j', name: 'Jack' },
      decision: 'approved' as const,
      comment: '',
      at: '2026-11-03T09:00:00Z',
      holds: false,
    },
  ];
  expect(told({ ...draft, reviews })[0]).toBe('Jack approved it, as it was then');
});
