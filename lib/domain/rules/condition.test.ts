import { describe, expect, test } from 'vitest';
import { waysOf } from './attribute';
import { judge } from './condition';
import { conditionWords, foundWords } from './condition-words';
import type { Facts } from './facts';
import { cameOf } from './facts';
import type { RuleNames } from './names';
import type { Condition } from './rule';
import { aMessage, officeHours } from './rules.fixture';
import { askedFor, foundAmong, plain, wordsIn } from './words';

const calendars = new Map([['office', officeHours]]);
const names: RuleNames = {
  channels: { care: '@care' },
  teams: {},
  labels: { shops: 'Shops' },
  skills: {},
  members: {},
  policies: {},
  calendars: { office: 'Office' },
  attributes: { tier: 'Tier' },
};

const asks = (condition: Condition, facts: Partial<Facts> = {}) =>
  judge(condition, { ...aMessage, ...facts }, calendars).holds;

describe('a condition', () => {
  test.each<[Condition, Partial<Facts>, boolean]>([
    [{ kind: 'channel', not: false, oneOf: ['care', 'shop'] }, {}, true],
    [{ kind: 'channel', not: true, oneOf: ['care'] }, {}, false],
    [{ kind: 'intent', not: false, oneOf: ['complaint'] }, { intent: 'praise' }, false],
    // What nobody knows is none of a list, and so is not it.
    [{ kind: 'intent', not: false, oneOf: ['complaint'] }, { intent: null }, false],
    [{ kind: 'intent', not: true, oneOf: ['complaint'] }, { intent: null }, true],
    [{ kind: 'language', not: false, oneOf: ['de'] }, { language: 'de' }, true],
    [{ kind: 'label', not: false, oneOf: ['a', 'b'] }, { label: ['c', 'b'] }, true],
    [{ kind: 'label', not: true, oneOf: ['a'] }, { label: [] }, true],
    [{ kind: 'contactLabel', not: false, oneOf: ['a'] }, { label: ['a'] }, false],
    [{ kind: 'vip', is: true }, { vip: true }, true],
    [{ kind: 'teamed', is: false }, { teamed: true }, false],
    [{ kind: 'followers', atLeast: 1000 }, { followers: 1000 }, true],
    [{ kind: 'followers', atLeast: 1000, atMost: 2000 }, { followers: 2001 }, false],
    [{ kind: 'followers', atMost: 10 }, { followers: null }, false],
    [{ kind: 'hours', calendarId: 'office', inside: true }, { at: monday('10:00') }, true],
    [{ kind: 'hours', calendarId: 'office', inside: true }, { at: monday('17:00') }, false],
    [{ kind: 'hours', calendarId: 'office', inside: false }, { at: monday('17:00') }, true],
    [{ kind: 'hours', calendarId: 'none', inside: true }, { at: monday('10:00') }, false],
  ])('%j of %j: %s', (condition, facts, expected) => {
    expect(asks(condition, facts)).toBe(expected);
  });

  test.each([
    ['refund', false, 'A REFUND, please', true],
    ['refund', false, 'refunds are slow', false],
    ['refund "not arrived"', false, 'It has not  arrived!', true],
    ['refund "not arrived"', true, 'It has not arrived!', false],
    ['refund “not arrived”', true, 'Not arrived; I want my refund.', true],
    ['creme brulee', true, 'Crème, and a Brûlée', true],
    ["don't", false, 'I don’t know', true],
    ['返金', false, 'すぐに返金してください', true],
    ['" "', false, 'anything', false],
  ])('words %s (all: %s) of “%s”: %s', (words, all, text, expected) => {
    expect(asks({ kind: 'words', not: false, all, words }, { text })).toBe(expected);
  });

  test('of attributes is typed, and what is not known is nothing', () => {
    const attributes = { tier: 'Gold', orders: 12, since: '2026-03-01', club: false };
    const of = (key: string, test: Extract<Condition, { kind: 'attribute' }>['test']) =>
      asks({ kind: 'attribute', key, test }, { attributes });
    expect(of('tier', { how: 'is', oneOf: ['silver', 'gold'] })).toBe(true);
    expect(of('tier', { how: 'is_not', oneOf: ['silver'] })).toBe(true);
    expect(of('orders', { how: 'at_least', than: 12 })).toBe(true);
    expect(of('orders', { how: 'at_most', than: 11 })).toBe(false);
    expect(of('orders', { how: 'at_least', than: '1' })).toBe(false);
    expect(of('since', { how: 'at_least', than: '2026-02-28' })).toBe(true);
    expect(of('club', { how: 'is', oneOf: [false] })).toBe(true);
    expect(of('club', { how: 'known' })).toBe(true);
    expect(of('nothing', { how: 'unknown' })).toBe(true);
    expect(of('nothing', { how: 'at_most', than: 5 })).toBe(false);
    expect(of('nothing', { how: 'is_not', oneOf: ['x'] })).toBe(true);
    expect(waysOf('boolean')).not.toContain('at_least');
    expect(waysOf('date')).toContain('at_least');
  });

  test('is told in words, and what was found with it', () => {
    const told = (condition: Condition, facts: Partial<Facts> = {}) => {
      const { found } = judge(condition, { ...aMessage, ...facts }, calendars);
      return [conditionWords(condition, names), foundWords(condition, found, names)];
    };
    expect(told({ kind: 'intent', not: false, oneOf: ['press', 'business'] })).toEqual([
      'the intent is press or business',
      'the intent is question',
    ]);
    expect(told({ kind: 'visit', not: true, oneOf: ['new'] })).toEqual([
      'it continues a visit',
      'it begins a visit',
    ]);
    expect(told({ kind: 'language', not: false, oneOf: ['de'] })).toEqual([
      'it is written in German',
      'nobody knows',
    ]);
    expect(
      told({ kind: 'words', not: false, all: true, words: 'back refund' }, { text: 'Back?' }),
    ).toEqual(['it says “back” and “refund”', 'it says only “back”']);
    expect(told({ kind: 'followers', atLeast: 10_000 }, { followers: 1 })).toEqual([
      'they have at least 10,000 followers',
      'they have 1 follower',
    ]);
    expect(told({ kind: 'attribute', key: 'tier', test: { how: 'is', oneOf: ['gold'] } })).toEqual([
      'Tier is gold',
      'nothing is known of it',
    ]);
    expect(told({ kind: 'hours', calendarId: 'office', inside: true })).toEqual([
      'it is written within the hours “Office”',
      'they were open',
    ]);
    expect(told({ kind: 'label', not: false, oneOf: ['gone'] })).toEqual([
      'it has the label something that is gone',
      'it has none',
    ]);
  });
});

test('a message came by a link for as long as its visit lasts, else by what stood before it', () => {
  expect(cameOf({ byLink: true, before: { kind: 'outbound' } })).toBe('link');
  expect(cameOf({ byLink: false, before: { kind: 'outbound' } })).toBe('reply');
  expect(cameOf({ byLink: false, before: { kind: 'inbound' } })).toBe('again');
  expect(cameOf({ byLink: false, before: null })).toBe('stranger');
});

test('words are read as they are typed: apart by spaces or commas, together in quotation marks', () => {
  expect(wordsIn('wholesale, stockist  "bulk order" „Großhandel heute“ …')).toEqual([
    'wholesale',
    'stockist',
    'bulk order',
    'Großhandel heute',
  ]);
  expect(foundAmong(plain('Bulk-order for us'), askedFor(['bulk order', 'bulk', 'ord']))).toEqual([
    'bulk order',
    'bulk',
  ]);
});

function monday(clock: string): number {
  return Date.parse(`2026-03-02T${clock}:00Z`);
}
