import { expect, test } from 'vitest';
import type { OpenConversation } from './impact';
import { impactOf } from './impact';
import type { CalendarVersion, Conditions, Metric, Promised } from './policy';

const HOUR = 3600;
const now = new Date('2026-11-25T12:00:00Z');
const office: CalendarVersion = {
  id: 'office',
  timeZone: 'UTC',
  weekly: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ start: '09:00', end: '17:00' }] : [])),
  exceptions: [],
};

function policy(hours: Partial<Record<Metric, number>>, conditions: Conditions = {}) {
  const promises = Object.fromEntries(
    Object.entries(hours).map(([metric, each]): [string, Promised] => {
      const seconds = { low: 2 * each, normal: each, high: each, urgent: each / 2 };
      const inSeconds = Object.fromEntries(
        Object.entries(seconds).map(([priority, count]) => [priority, count * HOUR]),
      ) as Promised['seconds'];
      return [metric, { seconds: inSeconds, clock: 'business', pausedBy: [] }];
    }),
  );
  return { policyId: Object.keys(hours).join(), conditions, promises };
}

/** Waiting for a first response since yesterday 15:00: five hours of the office's time. */
function waiting(traits: Partial<OpenConversation['traits']> = {}): OpenConversation {
  const from = new Date('2026-11-24T15:00:00Z');
  return {
    traits: {
      ...{ channelId: 'x', teamId: null, priority: 'normal', labelIds: [] },
      ...{ contactKind: 'customer', vip: false, ruledPolicyId: null, ...traits },
    },
    targets: [{ metric: 'first_response', spans: [{ from, to: null, calendar: office }] }],
  };
}

const before = [policy({ first_response: 8 })];

test.each([
  ['as it is', before, { open: 1, broken: 0, anew: 0 }],
  ['longer than has passed', [policy({ first_response: 5.1 })], { open: 1, broken: 0, anew: 0 }],
  ['exactly what has passed', [policy({ first_response: 5 })], { open: 1, broken: 1, anew: 0 }],
  ['shorter', [policy({ first_response: 4 })], { open: 1, broken: 1, anew: 0 }],
  ['nothing any more', [policy({})], { open: 1, broken: 0, anew: 0 }],
  [
    'something more',
    [policy({ first_response: 8, resolution: 1 })],
    { open: 1, broken: 0, anew: 1 },
  ],
])('what is promised is %s', (_, after, impact) => {
  expect(impactOf([waiting()], before, after, now)).toEqual(impact);
});

test('each falls under the first policy that fits it, at its own priority', () => {
  const after = [policy({ first_response: 1 }, { teamIds: ['support'] }), ...before];
  const open = [
    waiting(),
    waiting({ teamId: 'support' }),
    waiting({ teamId: 'press' }),
    waiting({ priority: 'urgent' }),
  ];
  // Urgent has four hours by the old policy as well: were it broken, it would not be among those that run.
  expect(impactOf(open, before, after, now)).toEqual({ open: 4, broken: 2, anew: 0 });
});

test('a policy is for kinds of contacts, or for VIPs; what a rule chose comes first', () => {
  const after = [
    policy({ resolution: 1 }, { contactKinds: ['journalist'], vip: true }),
    policy({ ownership: 1 }, { vip: false }),
    ...before,
  ];
  const anew = (traits: Partial<OpenConversation['traits']>) =>
    impactOf([waiting(traits)], before, after, now).anew;
  expect(anew({ contactKind: 'journalist', vip: true })).toBe(1);
  expect(anew({ contactKind: 'partner', vip: true })).toBe(0);
  expect(anew({ contactKind: 'journalist', vip: true, ruledPolicyId: 'first_response' })).toBe(0);
  expect(anew({ contactKind: 'journalist', vip: true, ruledPolicyId: 'archived' })).toBe(1);
});

test('a conversation with two late promises is one conversation', () => {
  const one = waiting();
  const both = { ...one, targets: [...one.targets, { ...one.targets[0], metric: 'resolution' }] };
  const after = [policy({ first_response: 1, resolution: 1 })];
  const had = [policy({ first_response: 8, resolution: 8 })];
  expect(impactOf([both as OpenConversation], had, after, now).broken).toBe(1);
});
