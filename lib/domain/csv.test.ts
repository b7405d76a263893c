import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf, rowsOf } from './csv';

describe('a table of text', () => {
  test('is read as it was written', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ß', '日', '"', ',', ';', '\n', '\r\n', ' ', '1') })
      .map((text) => text.trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const full = [['a', 'b'], ...rows.filter((row) => row.some((value) => value !== ''))];
        expect(rowsOf(csvOf(full))).toEqual(full);
      }),
    );
  });

  test.each([
    ['one column', 'A1\nB2\n\n  C3 \n', [['A1'], ['B2'], ['C3']]],
    ['a mark of its encoding, and Windows lines', '\uFEFFcode\r\nA1\r\n', [['code'], ['A1']]],
    [
      'semicolons',
      'code;for\nA1;Ana',
      [
        ['code', 'for'],
        ['A1', 'Ana'],
      ],
    ],
    ['quotes', '"a ""b""","c,d"\n', [['a "b"', 'c,d']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('a quote that never ends is no table', () => {
    expect(rowsOf('a,"b\nc')).toBeNull();
  });

  test('nothing in it runs as a formula', () => {
    expect(csvOf([['=1+1', '+49', '@sum', '-2', 'plain', null]])).toBe(
      "'=1+1,'+49,'@sum,'-2,plain,\r\n",
    );
  });
});
