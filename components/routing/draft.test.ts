import { expect, test } from 'vitest';
import type { RuleThings } from '@/lib/domain/rules/names';
import type { RuleVersion } from '@/lib/domain/rules/rule';
import { newCondition, ruleDraft, ruleIn, ruleProblems } from './draft';

const things: RuleThings = {
  ...{ channels: [], teams: [], labels: [], skills: [], members: [], policies: [] },
  calendars: [{ id: 'office', name: 'Office', gone: false }],
  attributes: [
    { id: 'orders', name: 'Orders', gone: false, type: 'number' },
    { id: 'tier', name: 'Tier', gone: false, type: 'text' },
    { id: 'club', name: 'Club', gone: false, type: 'boolean' },
  ],
};

const kept: Omit<RuleVersion, 'id'> = {
  name: 'Press',
  enabled: false,
  conditions: [
    { kind: 'intent', not: true, oneOf: ['press', 'business'] },
    { kind: 'followers', atMost: 10 },
    { kind: 'words', not: false, all: true, words: 'one “two three”' },
    { kind: 'attribute', key: 'orders', test: { how: 'at_least', than: 12 } },
    { kind: 'attribute', key: 'tier', test: { how: 'is', oneOf: ['gold', 'silver'] } },
    { kind: 'attribute', key: 'club', test: { how: 'is_not', oneOf: [true] } },
    { kind: 'attribute', key: 'club', test: { how: 'unknown' } },
    { kind: 'hours', calendarId: 'office', inside: false },
    { kind: 'vip', is: true },
  ],
  effects: { teamId: 't', priority: { to: 'high', atLeast: false }, addLabelIds: ['l'] },
};

test('a rule that is opened and saved as it is says what it said', () => {
  expect(ruleIn(ruleDraft(kept), things)).toEqual(kept);
});

test('a new rule says nothing yet, and says that of itself', () => {
  const draft = ruleDraft(null);
  expect(ruleIn(draft, things)).toEqual({ name: '', enabled: true, conditions: [], effects: {} });
  expect(ruleProblems(draft)).toEqual({ effects: 'Say what it does.' });
  const conditions = [
    newCondition('intent', things),
    newCondition('words', things),
    newCondition('teamed', things),
    newCondition('hours', things),
    newCondition('attribute', things),
    { ...newCondition('followers', things), atLeast: 'many' },
  ] as typeof draft.conditions;
  expect(Object.keys(ruleProblems({ ...draft, conditions }))).toEqual([
    'conditions.0',
    'conditions.1',
    'conditions.5',
    'effects',
  ]);
});

test('numbers are read as people write them', () => {
  const followers = { key: 'f', kind: 'followers', atLeast: '10,000', atMost: '20 000' } as const;
  const { conditions } = ruleIn({ ...ruleDraft(null), conditions: [followers] }, things);
  expect(conditions).toEqual([{ kind: 'followers', atLeast: 10_000, atMost: 20_000 }]);
});
