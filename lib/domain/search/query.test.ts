import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Term } from './query';
import { formatQuery, hasText, parseQuery, queryLimits } from './query';

const word = (value: string, more: Partial<Term> = {}): Term => ({
  operator: 'text',
  value,
  negated: false,
  phrase: false,
  ...more,
});
const term = (operator: Term['operator'], value: string, negated = false): Term => ({
  operator,
  value,
  negated,
  phrase: false,
});

test.each<[string, Term[]]>([
  ['', []],
  ['   ', []],
  ['refund', [word('refund')]],
  ['from:@ana refund', [term('from', '@ana'), word('refund')]],
  ['from:"Ana Lima"', [term('from', 'Ana Lima')]],
  ['from:“Ana Lima”', [term('from', 'Ana Lima')]],
  ['OWNER:Me -status:spam', [term('owner', 'me'), term('status', 'spam', true)]],
  ['owner:"Zoë Berg"', [term('owner', 'Zoë Berg')]],
  ['status:on-hold status:"on hold"', [term('status', 'on_hold'), term('status', 'on_hold')]],
  ['status:closed', [term('status', 'resolved')]],
  ['channel:@saltedcaramel', [term('channel', 'saltedcaramel')]],
  ['before:2026-11-01 after:7d', [term('before', '2026-11-01'), term('after', '7d')]],
  ['intent:Complaint language:DE', [term('intent', 'complaint'), term('language', 'de')]],
  ['contactlabel:"Press list"', [term('contactlabel', 'Press list')]],
  ['has:file is:Unread', [term('has', 'attachment'), term('is', 'unread')]],
  ['-"not this one"', [word('not this one', { negated: true, phrase: true })]],
  ['"still open', [word('still open', { phrase: true })]],
  ['注文　まだ届きません', [word('注文'), word('まだ届きません')]],
  ['label：返金', [term('label', '返金')]],
  ['label:"VIP \\"gold\\""', [term('label', 'VIP "gold"')]],
  ['https://example.com/a:b 12:30', [word('https://example.com/a:b'), word('12:30')]],
  ['order #A-10293', [word('order'), word('#A-10293')]],
  ['مرحبا', [word('مرحبا')]],
  ['a\u0000b', [word('a'), word('b')]],
  ['-', [word('-')]],
  ['""', []],
])('%s', (text, terms) => {
  expect(parseQuery(text)).toEqual({ terms, problems: [] });
});

test.each<[string, number, number, RegExp]>([
  ['is:open x', 0, 7, /“open” cannot follow “is:”/],
  ['x status:', 2, 9, /what comes after “status:”/],
  ['before:2026-02-30', 0, 17, /is no day/],
  ['priority:"very high"', 0, 20, /It knows urgent, high, normal, low/],
  ['from:@', 0, 6, /Say whose messages/],
])('%s is told as a problem in its place and asks for nothing', (text, from, to, message) => {
  const { terms, problems } = parseQuery(text);
  expect(problems).toEqual([{ from, to, message: expect.stringMatching(message) }]);
  expect(terms.filter(({ operator }) => operator !== 'text')).toEqual([]);
});

test('an operator that does not exist is looked for as text, and said to be none', () => {
  const { terms, problems } = parseQuery('sender:ana');
  expect(terms).toEqual([word('sender:ana', { phrase: true })]);
  expect(problems).toEqual([
    { from: 0, to: 10, message: expect.stringMatching(/There is no “sender:”/) },
  ]);
});

test('an endless search is cut, and says where', () => {
  const many = parseQuery('a '.repeat(60));
  expect(many.terms).toHaveLength(queryLimits.terms);
  expect(many.problems).toMatchObject([{ from: 80, to: 120 }]);
  const long = parseQuery('x'.repeat(3_000_000));
  expect(long.problems).toMatchObject([{ from: 500, to: 3_000_000 }]);
});

test('only words that are wanted make a search by rank', () => {
  expect(hasText(parseQuery('status:open -refund').terms)).toBe(false);
  expect(hasText(parseQuery('status:open refund').terms)).toBe(true);
});

const pieces = fc.constantFrom(
  ...'from: owner: status: is: sender: " “ ” \\ - － : ： @ 注文 返金 ana open me 2026-11-01 12:30'.split(
    ' ',
  ),
  ' ',
  '　',
);
const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
);

test('whatever is typed reads as something, and what it was read as reads the same again', () => {
  const seed = Number(process.env['SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
  process.stdout.write(`SEED=${seed}\n`);
  fc.assert(
    fc.property(anyText, (text) => {
      const { terms, problems } = parseQuery(text);
      expect(parseQuery(formatQuery(terms))).toEqual({ terms, problems: [] });
      for (const { from, to } of problems)
        expect(0 <= from && from < to && to <= text.length).toBe(true);
    }),
    { seed, numRuns: 1_000 },
  );
});
