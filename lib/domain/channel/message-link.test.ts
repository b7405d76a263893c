import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buttonHtml,
  linkHtml,
  referenceFrom,
  referenceIn,
  referenceOf,
  wordsWith,
} from './message-link';

const draws = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 6,
  maxLength: 6,
});
const references = draws.map((numbers) => {
  const left = [...numbers];
  return referenceFrom(() => left.shift() ?? 0);
});

describe('a reference', () => {
  it('is found again in the words that carry it, whatever stands before them', () => {
    fc.assert(
      fc.property(references, fc.string({ maxLength: 200 }), (reference, words) => {
        fc.pre(referenceIn(words) === undefined);
        expect(referenceOf(reference)).toBe(reference);
        expect(referenceIn(wordsWith(words, reference))).toBe(reference);
      }),
    );
  });

  it('is found where the customer wrote on, and in small letters', () => {
    expect(referenceIn('Hello (ref k7m2pq)\nwhere is my order?')).toBe('K7M2PQ');
    expect(referenceOf('k7m2pq')).toBe('K7M2PQ');
  });

  it.each([
    'ref K7M2PQ',
    '(ref K7M2P)',
    '(ref K7M2PQQ)',
    '(ref order1)',
    '(ref K7M2P1)',
    'K7M2PQ',
    '',
  ])('is not in %j', (text) => {
    expect(referenceIn(text)).toBeUndefined();
  });

  it('stands alone where there are no first words', () => {
    expect(wordsWith('', 'K7M2PQ')).toBe('(ref K7M2PQ)');
  });
});

describe('HTML for the brand’s page', () => {
  const address = 'https://porchlight.example/m/K7M2PQ';

  it('is a link, or a button that brings its look along', () => {
    expect(linkHtml(address, 'Message us')).toBe(
      '<a href="https://porchlight.example/m/K7M2PQ" rel="nofollow">Message us</a>',
    );
    expect(buttonHtml(address, 'Message us')).toContain(
      'style="display:inline-block;padding:12px 20px;border-radius:8px;',
    );
    expect(buttonHtml(address, 'Message us')).not.toContain('<script');
  });

  it('lets no label or address out of its place', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (where, label) => {
        for (const html of [linkHtml(where, label), buttonHtml(where, label)]) {
          expect(html.match(/</g)).toHaveLength(2);
          expect(html.match(/>/g)).toHaveLength(2);
          expect(html.replace(/"[^"]*"/g, '')).not.toContain('"');
        }
      }),
    );
  });
});
