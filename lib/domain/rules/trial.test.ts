import { expect, test } from 'vitest';
import { differencesIn } from './difference';
import type { RuleNames } from './names';
import type { RuleVersion } from './rule';
import type { Placed } from './settle';
import type { Tried } from './trial';
import { trialOf } from './trial';

const names: RuleNames = {
  ...{ channels: {}, skills: {}, members: {}, policies: {}, calendars: {}, attributes: {} },
  ...{ teams: { a: 'Press', b: 'Orders' }, labels: { l: 'Refund' } },
};

const before: Placed = {
  ...{ teamId: null, ownerId: null, priority: 'normal', labelIds: [], policyId: null },
  ...{ requiredSkillIds: [], preferredSkillIds: [] },
};

function tried(conversationId: string, matched: readonly string[], after: Partial<Placed>): Tried {
  return {
    ...{ conversationId, contact: 'Ana', said: 'Hello', before, after: { ...before, ...after } },
    held: matched.length > 0 ? [{ effect: 'priority', because: 'decided' }] : [],
    entries: ['one', 'two'].map((ruleVersionId) =>
      matched.includes(ruleVersionId)
        ? { ruleVersionId, matched: true }
        : { ruleVersionId, matched: false, why: 'off' },
    ),
  };
}

test('a trial counts for how many rules hold, and how many of these would be otherwise', () => {
  const all = [
    tried('x', ['one'], { teamId: 'a', labelIds: ['l'] }),
    tried('y', ['one', 'two'], {}),
    tried('z', [], {}),
  ];
  const trial = trialOf(all, names, null);
  expect(trial).toMatchObject({ asked: 3, matched: 2, changed: 1, counts: { one: 2, two: 1 } });
  expect(trial.lines[0]).toEqual({
    ...{ conversationId: 'x', contact: 'Ana', said: 'Hello', held: ['one'] },
    changes: [
      { what: 'Team', before: 'none', after: 'Press' },
      { what: 'Labels', before: 'none', after: 'Refund' },
    ],
    stays: ['The priority stayed: a person decided about it in this visit.'],
  });
  expect(trialOf(all, names, 'two')).toMatchObject({ matched: 1, changed: 0 });
  expect(trialOf([tried('z', [], {})], names, null).counts).toEqual({ one: 0, two: 0 });
});

test('two versions differ in what they are called, ask and do', () => {
  const one: Omit<RuleVersion, 'id'> = {
    ...{ name: 'Press', enabled: true, conditions: [], effects: { teamId: 'a' } },
  };
  const other: typeof one = {
    ...{ name: 'Press', enabled: false, effects: { teamId: 'b' } },
    conditions: [{ kind: 'vip', is: true }],
  };
  expect(differencesIn(one, other, names)).toEqual([
    { what: 'Switch', before: 'on', after: 'off' },
    { what: 'When', before: 'every message', after: 'the contact is a VIP' },
    { what: 'Then', before: 'team Press', after: 'team Orders' },
  ]);
  expect(differencesIn(one, one, names)).toEqual([]);
});
