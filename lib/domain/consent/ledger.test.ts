import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsentEntry } from './ledger';
import { consentScopes, consentSources, ledgerRefusal, standingOf } from './ledger';

const no = (scope: ConsentEntry['scope'], at: number): ConsentEntry => ({
  scope,
  granted: false,
  source: 'message',
  at,
});
const yes = (scope: ConsentEntry['scope'], at: number): ConsentEntry => ({
  ...no(scope, at),
  granted: true,
});

const entries = fc.array(
  fc.record({
    scope: fc.constantFrom(...consentScopes),
    granted: fc.boolean(),
    source: fc.constantFrom(...consentSources),
    at: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 12 },
);

describe('what holds by a ledger', () => {
  test.each<[string, ConsentEntry[], ReturnType<typeof standingOf>]>([
    ['nothing was said', [], { optedOut: null, offersSince: null }],
    ['they agreed', [yes('offers', 3)], { optedOut: null, offersSince: 3 }],
    [
      'they agreed and took it back',
      [yes('offers', 3), no('offers', 5)],
      { optedOut: { scope: 'offers', at: 5 }, offersSince: null },
    ],
    ['they agreed again', [no('offers', 5), yes('offers', 7)], { optedOut: null, offersSince: 7 }],
    [
      'they forbade everything after agreeing',
      [yes('offers', 3), no('all', 4)],
      { optedOut: { scope: 'all', at: 4 }, offersSince: null },
    ],
    [
      'they came back: what they agreed to before does not',
      [yes('offers', 3), no('all', 4), yes('all', 6)],
      { optedOut: null, offersSince: null },
    ],
    [
      'they came back and agreed anew',
      [no('all', 4), yes('all', 6), yes('offers', 8)],
      { optedOut: null, offersSince: 8 },
    ],
    [
      'coming back does not mean offers',
      [no('offers', 2), no('all', 4), yes('all', 6)],
      { optedOut: { scope: 'offers', at: 2 }, offersSince: null },
    ],
    [
      'a yes and a no at once are a no',
      [yes('all', 4), no('all', 4)],
      { optedOut: { scope: 'all', at: 4 }, offersSince: null },
    ],
  ])('%s', (_, ledger, standing) => {
    expect(standingOf(ledger)).toEqual(standing);
    expect(standingOf([...ledger].reverse())).toEqual(standing);
  });

  test('a newer no to everything always stands, whatever was said before', () => {
    fc.assert(
      fc.property(entries, (ledger) => {
        const standing = standingOf([...ledger, no('all', 13)]);
        expect(standing).toEqual({ optedOut: { scope: 'all', at: 13 }, offersSince: null });
      }),
    );
  });

  test('nobody agrees to offers without having said so, and never while a no stands', () => {
    fc.assert(
      fc.property(entries, (ledger) => {
        const { optedOut, offersSince } = standingOf(ledger);
        if (offersSince === null) return;
        expect(optedOut).toBeNull();
        expect(ledger).toContainEqual(
          expect.objectContaining({ scope: 'offers', granted: true, at: offersSince }),
        );
      }),
    );
  });

  test('the order in which it was written down does not matter', () => {
    const shuffled = entries.chain((ledger) =>
      fc.tuple(fc.constant(ledger), fc.shuffledSubarray(ledger, { minLength: ledger.length })),
    );
    fc.assert(
      fc.property(shuffled, ([ledger, other]) => {
        expect(standingOf(other)).toEqual(standingOf(ledger));
      }),
    );
  });
});

describe('what may be written down', () => {
  const out = standingOf([no('all', 5)]);
  const declined = standingOf([no('offers', 5)]);

  test('a no, always', () => {
    expect(ledgerRefusal(out, no('all', 9))).toBeNull();
    expect(ledgerRefusal(out, { ...no('offers', 9), source: 'told' })).toBeNull();
  });

  test('a yes by what was told elsewhere, unless they said no', () => {
    const told = { ...yes('offers', 9), source: 'told' } as const;
    expect(ledgerRefusal(standingOf([]), told)).toBeNull();
    expect(ledgerRefusal(declined, told)).toBe('needs_their_words');
    expect(ledgerRefusal(out, { ...told, scope: 'all' })).toBe('needs_their_words');
  });

  test('their own words take a no back, if said after it', () => {
    expect(ledgerRefusal(declined, yes('offers', 6))).toBeNull();
    expect(ledgerRefusal(declined, yes('offers', 5))).toBe('needs_their_words');
    expect(ledgerRefusal(out, yes('all', 6))).toBeNull();
  });

  test('nothing is taken back that was never said', () => {
    expect(ledgerRefusal(standingOf([]), yes('all', 9))).toBe('nothing_to_take_back');
    expect(ledgerRefusal(declined, yes('all', 9))).toBe('nothing_to_take_back');
  });

  test('no offers to whoever forbade everything, until they take that back', () => {
    expect(ledgerRefusal(out, yes('offers', 9))).toBe('forbidden_before');
  });
});
