import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities, normaliseText, storable } from './normalise';

const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x10_ffff }),
      fc.constantFrom(...[...'&<>; \u0000'].map((character) => character.charCodeAt(0))),
    ),
  )
  .map((codePoints) => String.fromCodePoint(...codePoints));

describe('normalising the text of a message', () => {
  it.each([
    ['a line\n\n  and another\t', 'a line and another'],
    ['caf\u0065\u0301', 'caf\u00e9'],
    ['fish &amp; chips', 'fish & chips'],
    ['see https://shop.example/a?b=1', 'see shop.example/a?b=1'],
    ['see Shop.example now', 'see http://shop.example/ now'],
    ['https://shop.example/', 'shop.example'],
    ['a\u0000b', 'a\uFFFDb'],
    ['a\u00a0b', 'a b'],
  ])('takes %j and %j for the same message', (ours, theirs) => {
    expect(normaliseText(ours)).toBe(normaliseText(theirs));
  });

  it.each([
    ['yes', 'Yes'],
    ['at 5', 'at 6'],
    ['see https://shop.example/a', 'see https://shop.example/b'],
    ['see https://shop.example/A', 'see https://shop.example/a'],
    ['ice cream', 'icecream'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(normaliseText(one)).not.toBe(normaliseText(other));
  });

  it('gives one form whether or not the network escaped the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = text.replaceAll('&', '+');
        const escaped = plain.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(normaliseText(escaped)).toBe(normaliseText(plain));
      }),
    );
  });

  it('stays quick on ten thousand characters without a gap', () => {
    const text = `${'a-'.repeat(2_500)}.${'b.'.repeat(2_500)}`;
    expect(normaliseText(text)).toBe(text);
  });
});

describe('decoding entities', () => {
  it('decodes each once and only once', () => {
    expect(decodeEntities('&amp;amp; &amp;lt; &lt;b&gt; &quot; &copy;')).toBe(
      '&amp; &lt; <b> &quot; &copy;',
    );
  });
});

describe('making a text storable', () => {
  it('keeps emoji and replaces only what cannot be stored', () => {
    expect(storable('ok 👨‍👩‍👧 \u0000 \ud83d end \udc00')).toBe(
      'ok 👨‍👩‍👧 \uFFFD \uFFFD end \uFFFD',
    );
  });

  it('makes any text well-formed and free of U+0000', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = storable(String.fromCharCode(...units));
        expect(encodeURIComponent(text)).toBeTypeOf('string');
        expect(text).not.toContain('\u0000');
        expect(text).toHaveLength(units.length);
      }),
    );
  });
});
