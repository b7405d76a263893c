import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJson } from './json';

describe('reading JSON with ids in it', () => {
  it('keeps integers beyond 2^53 digit by digit', () => {
    expect(findJson('{"id":1206724203514228741,"list":[-9007199254740993],"n":12}')).toEqual({
      id: '1206724203514228741',
      list: ['-9007199254740993'],
      n: 12,
    });
  });

  it('leaves digits inside strings, fractions and powers alone', () => {
    const value = {
      text: 'call 12345678901234567890, "12345678901234567890" \\',
      '98765432109876543210': 0.12345678901234568,
    };
    expect(findJson(JSON.stringify(value))).toEqual(value);
    expect(findJson('[1234567890123456.5, 1234567890123456e3]')).toEqual([
      1234567890123456.5, 1234567890123456e3,
    ]);
  });

  it.each(['', '{', '{"a":01234567890123456789}', '12345678901234567890x', "{'a':1}", '"\\"\\"'])(
    'does not take %j for JSON',
    (text) => {
      expect(findJson(text)).toBeUndefined();
    },
  );

  it('reads any JSON as JSON.parse does, long integers apart', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.bigInt(), (value, long) => {
        const text = JSON.stringify(value);
        if (!/\d{16}/.test(text)) expect(findJson(text)).toEqual(JSON.parse(text));
        const mixed = findJson(`{"v":${text},"id":${long}}`);
        const digits = `${long}`.replace('-', '').length;
        expect(mixed).toHaveProperty('id', digits > 15 ? `${long}` : Number(long));
      }),
    );
  });

  it('takes a megabyte of escaped quotes in its stride', () => {
    const text = JSON.stringify('"'.repeat(500_000));
    expect(findJson(text)).toHaveLength(500_000);
    expect(findJson(text.slice(0, -1))).toBeUndefined();
  });
});
