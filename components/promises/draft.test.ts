import { describe, expect, test } from 'vitest';
import type { SlaPolicyView } from '@/lib/queries/sla/settings';
import { conditionsIn, policyDraft, policyIn, policyProblems } from './draft';
import { timesInWords } from './words';

const view: SlaPolicyView = {
  policyId: 'p',
  versionId: 'v',
  at: '2026-11-29T00:00:00.000000Z',
  by: null,
  name: 'Press',
  takesAll: false,
  calendarId: 'c',
  hours: 'Office',
  conditions: { labelIds: ['press'] },
  promises: {
    first_response: {
      seconds: { low: 14_400, normal: 7200, high: 5400, urgent: 900 },
      clock: 'always',
      pausedBy: ['snoozed'],
    },
  },
  steps: [
    { id: 'a', metric: 'first_response', at: { percent: 50 }, effects: [{ kind: 'raise' }] },
    { id: 'b', metric: 'first_response', at: { before: 600 }, effects: [{ kind: 'unassign' }] },
    {
      id: 'c',
      metric: 'first_response',
      at: { after: 0 },
      effects: [
        { kind: 'notify_member', memberId: 'm' },
        { kind: 'label', labelId: 'l' },
      ],
    },
  ],
  riskPercent: 80,
  automaticCounts: true,
  publicCounts: false,
};

describe('the form of a policy', () => {
  test('sends what it was given when nothing was changed', () => {
    const draft = policyDraft(view, []);
    expect(policyProblems(draft)).toEqual({});
    const { name, calendarId, conditions, promises, steps } = view;
    expect(policyIn(draft)).toEqual({
      name,
      calendarId,
      conditions,
      promises,
      steps,
      riskPercent: 80,
      automaticCounts: true,
      publicCounts: false,
    });
  });

  test('of a new policy is right from the start, but for its name and hours', () => {
    const draft = policyDraft(null, []);
    expect(Object.keys(policyProblems(draft))).toEqual(['calendarId']);
    expect(conditionsIn(draft)).toEqual({});
    expect(Object.keys(policyIn(draft).promises)).toEqual(['first_response', 'next_response']);
  });

  test('says what is wrong at its place, and nothing of what is off', () => {
    const draft = policyDraft(view, []);
    const off = { ...draft.promises.resolution, on: false };
    const texts = { ...draft.promises.first_response.texts, high: 'soon' };
    const wrong = {
      ...draft,
      risk: '100',
      promises: {
        ...draft.promises,
        first_response: { ...draft.promises.first_response, texts },
        resolution: { ...off, texts: { ...off.texts, low: 'soon' } },
      },
      steps: draft.steps.map((step) => ({ ...step, amount: 'soon', effects: [] })),
    };
    expect(Object.keys(policyProblems(wrong))).toEqual([
      'promises.first_response.seconds.high',
      'riskPercent',
      'steps.0.at',
      'steps.0.effects',
      'steps.1.at',
      'steps.1.effects',
      'steps.2.at',
      'steps.2.effects',
    ]);
  });

  test('drops the steps of what is promised no longer', () => {
    const draft = policyDraft(view, []);
    const first = { ...draft.promises.first_response, on: false };
    const none = { ...draft, promises: { ...draft.promises, first_response: first } };
    expect(policyIn(none).steps).toEqual([]);
  });
});

/** What keeps a number beside its unit is a space to whoever reads it. */
const spoken = (...promised: Parameters<typeof timesInWords>) =>
  timesInWords(...promised).replaceAll('\u00a0', ' ');

test('times are told from the most pressing on, alike ones once', () => {
  const promised = view.promises.first_response;
  expect(promised && spoken(promised)).toBe(
    '15 m urgent, 1 h 30 m high, 2 h normal, 4 h low, round the clock',
  );
  const all = { low: 60, normal: 60, high: 60, urgent: 60 };
  expect(spoken({ seconds: all, clock: 'business', pausedBy: [] })).toBe('1 m');
});
