import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorities } from '../conversation/conversation';
import { MOST_LABELS } from '../conversation/triage';
import { intents } from '../triage/intent';
import type { RuleBook } from './apply';
import { applyRules } from './apply';
import type { Condition, Effects, RuleVersion } from './rule';
import { aMessage, officeHours } from './rules.fixture';
import { effectWords, whenWords, whyWords } from './sentences';
import type { Standing } from './settle';
import { settle } from './settle';

const calendars = new Map([['office', officeHours]]);
const nothingGone: ReadonlySet<string> = new Set();
const seed = Number(process.env['SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
const run = { seed, numRuns: 400 };

function rule(id: string, effects: Effects, conditions: readonly Condition[] = []): RuleVersion {
  return { id, name: id, enabled: true, conditions, effects };
}

function book(mode: RuleBook['mode'], ...rules: RuleVersion[]): RuleBook {
  return { mode, rules, calendars, gone: nothingGone };
}

const standing: Standing = {
  visit: 'new',
  teamId: null,
  ownerId: null,
  priority: 'normal',
  labelIds: [],
  requiredSkillIds: [],
  preferredSkillIds: [],
  policyId: null,
  decided: { team: false, owner: false, priority: false, labelIds: [] },
};

const never: Condition = { kind: 'vip', is: true };

describe('rules', () => {
  const rules = [
    rule('off', { teamId: 'z' }),
    rule('no', { teamId: 'n' }, [{ kind: 'visit', not: false, oneOf: ['new'] }, never]),
    rule('one', { teamId: 'a', addLabelIds: ['l'] }),
    rule('two', { teamId: 'b', priority: { to: 'high', atLeast: true }, addLabelIds: ['m'] }),
  ].map((each) => (each.id === 'off' ? { ...each, enabled: false } : each));

  test('of which the first decides say why the others did not', () => {
    expect(applyRules(book('first', ...rules), aMessage)).toEqual({
      effects: { teamId: 'a', addLabelIds: ['l'] },
      entries: [
        { ruleVersionId: 'off', matched: false, why: 'off' },
        { ruleVersionId: 'no', matched: false, why: { condition: 1, found: false } },
        { ruleVersionId: 'one', matched: true },
        { ruleVersionId: 'two', matched: false, why: 'earlier' },
      ],
    });
  });

  test('that all hold follow each other: the later one wins, labels come together', () => {
    expect(applyRules(book('all', ...rules), aMessage).effects).toEqual({
      teamId: 'b',
      priority: { to: 'high', atLeast: true },
      addLabelIds: ['l', 'm'],
    });
  });

  test('cannot set off another or themselves: what one gives, none asks about', () => {
    const labelled: Condition = { kind: 'label', not: false, oneOf: ['l'] };
    const chain = book(
      'all',
      rule('gives', { addLabelIds: ['l'], teamId: 'a' }, [{ kind: 'teamed', is: false }]),
      rule('waits for it', { priority: { to: 'urgent', atLeast: false } }, [labelled]),
      rule('itself', { removeLabelIds: ['l'] }, [labelled]),
    );
    const { entries, effects } = applyRules(chain, aMessage);
    expect(entries.map(({ matched }) => matched)).toEqual([true, false, false]);
    expect(effects).toEqual({ addLabelIds: ['l'], teamId: 'a' });
  });

  test('give nothing that is out of use, and say so', () => {
    const given = { teamId: 'gone', addLabelIds: ['gone', 'l'], priority: high };
    const { effects, entries } = applyRules(
      { ...book('first', rule('one', given)), gone: new Set(['gone']) },
      aMessage,
    );
    expect(effects).toEqual({ addLabelIds: ['l'], priority: high });
    expect(entries).toEqual([
      { ruleVersionId: 'one', matched: true, left: ['teamId', 'addLabelIds'] },
    ]);
  });

  test('that take a label off which an earlier one puts on leave it off, and the other way round', () => {
    const on = rule('on', { addLabelIds: ['l'] });
    const off = rule('off', { removeLabelIds: ['l'] });
    expect(applyRules(book('all', on, off), aMessage).effects).toEqual({ removeLabelIds: ['l'] });
    expect(applyRules(book('all', off, on), aMessage).effects).toEqual({ addLabelIds: ['l'] });
  });

  test('are told in words', () => {
    const names = {
      ...{ channels: {}, skills: {}, members: {}, policies: {}, calendars: {}, attributes: {} },
      ...{ teams: { a: 'Press & partners' }, labels: { l: 'Press' } },
    };
    const press = rule('press', { teamId: 'a', priority: high, addLabelIds: ['l'] }, [
      { kind: 'intent', not: false, oneOf: ['complaint'] },
      { kind: 'contactKind', not: false, oneOf: ['journalist'] },
    ]);
    expect(whenWords(press, names)).toBe(
      'When the intent is complaint and the contact is a journalist',
    );
    expect(effectWords(press.effects, names)).toEqual([
      'team Press & partners',
      'priority at least high',
      'label Press',
    ]);
    const [entry] = applyRules(book('first', press), aMessage).entries;
    if (!entry || entry.matched) throw new Error('it does not hold');
    expect(whyWords(entry, press, names)).toBe(
      'It asks that the intent is complaint; here the intent is question.',
    );
  });
});

const high = { to: 'high', atLeast: true } as const;

describe('a conversation after rules', () => {
  const goesOn = { ...standing, visit: 'continuing' } as const;

  test('keeps what a person decided in this visit', () => {
    const decided = { team: true, owner: true, priority: true, labelIds: ['on', 'off'] };
    const here = { ...goesOn, labelIds: ['on'], decided };
    const effects: Effects = {
      ...{ teamId: 'a', ownerId: 'm', priority: { to: 'urgent', atLeast: false } },
      ...{ addLabelIds: ['off', 'new'], removeLabelIds: ['on'] },
    };
    const { after, held } = settle(here, effects);
    expect(after).toMatchObject({
      ...{ teamId: null, ownerId: null, priority: 'normal', labelIds: ['on', 'new'] },
    });
    expect(held.map(({ effect }) => effect)).toEqual([
      'teamId',
      'ownerId',
      'priority',
      'removeLabelIds',
      'addLabelIds',
    ]);
  });

  test('stays with whoever has it, and with their team, while the visit goes on', () => {
    const theirs = { ...goesOn, ownerId: 'm', teamId: 'a' };
    expect(settle(theirs, { teamId: 'b', ownerId: 'n' })).toMatchObject({
      after: { teamId: 'a', ownerId: 'm' },
      held: [
        { effect: 'teamId', because: 'owned' },
        { effect: 'ownerId', because: 'owned' },
      ],
    });
    const nobodys = { ...theirs, ownerId: null };
    expect(settle(nobodys, { teamId: 'b' }).after.teamId).toBe('b');
  });

  test('leaves its former owner when a new visit goes to another team', () => {
    const before = { ...standing, ownerId: 'm', teamId: 'a' };
    expect(settle(before, { teamId: 'b' }).after).toMatchObject({ teamId: 'b', ownerId: null });
    expect(settle(before, { teamId: 'a' }).after).toMatchObject({ teamId: 'a', ownerId: 'm' });
    expect(settle(before, { teamId: 'b', ownerId: 'n' }).after.ownerId).toBe('n');
  });

  test('rises in priority while a visit goes on, and falls only at the beginning of one', () => {
    const urgent = { ...goesOn, priority: 'urgent' } as const;
    const low = { priority: { to: 'low', atLeast: false } } as const;
    expect(settle(urgent, low)).toMatchObject({
      after: { priority: 'urgent' },
      held: [{ effect: 'priority', because: 'not_lowered' }],
    });
    expect(settle({ ...urgent, visit: 'new' }, low).after.priority).toBe('low');
    expect(settle(urgent, { priority: high })).toMatchObject({ held: [] });
    expect(settle(goesOn, { priority: high }).after.priority).toBe('high');
  });

  test('asks for no skills and no policy of an earlier visit', () => {
    const before = { ...standing, requiredSkillIds: ['de'], policyId: 'p' };
    expect(settle(before, { preferredSkillIds: ['fr'] }).after).toMatchObject({
      ...{ requiredSkillIds: [], preferredSkillIds: ['fr'], policyId: null },
    });
    const then = { ...before, visit: 'continuing' } as const;
    expect(settle(then, { preferredSkillIds: ['fr', 'de'] }).after).toMatchObject({
      ...{ requiredSkillIds: ['de'], preferredSkillIds: ['fr'], policyId: 'p' },
    });
  });
});

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('intent' as const),
    not: fc.boolean(),
    oneOf: fc.subarray([...intents], { minLength: 1 }),
  }),
  fc.record({ kind: fc.constantFrom('vip', 'verified', 'teamed'), is: fc.boolean() }),
  fc.record({ kind: fc.constant('label' as const), not: fc.boolean(), oneOf: ids }),
  fc.record({
    ...{ kind: fc.constant('words' as const), not: fc.boolean(), all: fc.boolean() },
    words: fc.string(),
  }),
  fc.record({ kind: fc.constant('followers' as const), atLeast: fc.nat() }),
  fc.record({
    ...{ kind: fc.constant('hours' as const), calendarId: fc.constantFrom('office', 'none') },
    inside: fc.boolean(),
  }),
);
const effects: fc.Arbitrary<Effects> = fc
  .record(
    {
      ...{ teamId: fc.constantFrom('a', 'b'), ownerId: fc.constantFrom('m', 'n') },
      priority: fc.record({ to: fc.constantFrom(...priorities), atLeast: fc.boolean() }),
      ...{ addLabelIds: ids, removeLabelIds: ids, requiredSkillIds: ids, preferredSkillIds: ids },
      policyId: fc.constantFrom('p', 'q'),
    },
    { requiredKeys: [] },
  )
  // As a command keeps them: no label is both put on and taken off.
  .map(({ removeLabelIds = [], ...rest }) => ({
    ...rest,
    removeLabelIds: removeLabelIds.filter((id) => !rest.addLabelIds?.includes(id)),
  }));
const someRules = fc
  .array(
    fc.record({
      enabled: fc.boolean(),
      conditions: fc.array(condition, { maxLength: 3 }),
      effects,
    }),
    {
      maxLength: 8,
    },
  )
  .map((rules) => rules.map((each, no) => ({ ...each, id: `${no}`, name: `${no}` })));
const facts = fc
  .record({
    ...{ intent: fc.option(fc.constantFrom(...intents)), vip: fc.boolean(), text: fc.string() },
    ...{ verified: fc.boolean(), teamed: fc.boolean(), label: ids, followers: fc.option(fc.nat()) },
    at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  })
  .map((some) => ({ ...aMessage, ...some }));
const standings = fc.record({
  visit: fc.constantFrom('new' as const, 'continuing' as const),
  ...{ teamId: fc.option(fc.constantFrom('a', 'b')), ownerId: fc.option(fc.constant('m')) },
  priority: fc.constantFrom(...priorities),
  labelIds: fc.uniqueArray(fc.nat({ max: 30 }).map(String), { maxLength: MOST_LABELS }),
  ...{ requiredSkillIds: ids, preferredSkillIds: ids, policyId: fc.option(fc.constant('p')) },
  decided: fc.record({
    ...{ team: fc.boolean(), owner: fc.boolean(), priority: fc.boolean(), labelIds: ids },
  }),
});

describe(`whatever the rules and the message (SEED=${seed})`, () => {
  test('each rule is told of once, in its order, held or with a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom('first', 'all'), someRules, facts, (mode, rules, message) => {
        const { entries } = applyRules(book(mode as 'first', ...rules), message);
        expect(entries.map(({ ruleVersionId }) => ruleVersionId)).toEqual(
          rules.map(({ id }) => id),
        );
        for (const entry of entries) if (!entry.matched) expect(entry.why).toBeDefined();
      }),
      run,
    );
  });

  test('the first that holds is the first of all that hold', () => {
    fc.assert(
      fc.property(someRules, facts, (rules, message) => {
        const held = (mode: RuleBook['mode']) =>
          applyRules(book(mode, ...rules), message)
            .entries.filter(({ matched }) => matched)
            .map(({ ruleVersionId }) => ruleVersionId);
        expect(held('first')).toEqual(held('all').slice(0, 1));
      }),
      run,
    );
  });

  test('rules about different things may stand in any order', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 2 }), facts, fc.nat(), (some, message, turn) => {
        const rules = [
          rule('team', { teamId: 'a' }, some),
          rule('label', { addLabelIds: ['l'] }),
          rule('skill', { requiredSkillIds: ['s'] }),
          rule('priority', { priority: high }, some.slice(1)),
          rule('policy', { policyId: 'p' }),
        ];
        const by = turn % rules.length;
        const turned = [...rules.slice(by), ...rules.slice(0, by)].toReversed();
        expect(applyRules(book('all', ...turned), message).effects).toEqual(
          applyRules(book('all', ...rules), message).effects,
        );
      }),
      run,
    );
  });

  test('the same effects a second time change nothing, and labels stay within their limit', () => {
    fc.assert(
      fc.property(someRules, facts, standings, (rules, message, before) => {
        const { effects: wanted } = applyRules(book('all', ...rules), message);
        const { after } = settle(before, wanted);
        expect(settle({ ...before, ...after }, wanted).after).toEqual(after);
        expect(after.labelIds.length).toBeLessThanOrEqual(MOST_LABELS);
        expect(new Set(after.labelIds).size).toBe(after.labelIds.length);
        if (before.visit === 'continuing') {
          expect(priorities.indexOf(after.priority)).toBeGreaterThanOrEqual(
            priorities.indexOf(before.priority),
          );
          if (before.ownerId !== null) expect(after.ownerId).toBe(before.ownerId);
        }
      }),
      run,
    );
  });
});
