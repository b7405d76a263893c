import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf, rowsOf, tableOf, unprotected } from './csv';

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
    [
      'tabs',
      'code\tfor\nA1\tAna, Ben',
      [
        ['code', 'for'],
        ['A1', 'Ana, Ben'],
      ],
    ],
    ['what it says of itself', 'sep=;\r\na,b;c', [['a,b', 'c']]],
    ['more commas than semicolons', 'a,b,"c;d;e"', [['a', 'b', 'c;d;e']]],
    [
      'line ends of an old Mac',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['what stands behind a quote', '"a"b ,c', [['ab', 'c']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('a quote that never ends is no table', () => {
    expect(rowsOf('a,"b\nc')).toBeNull();
  });

  test('each row knows on which line it begins', () => {
    const { rows } = tableOf('a,b\n"1\n2",x\r\n\r\n3,"y\r\nz"\n4,');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5, 7]);
    expect(tableOf('a\n"1\n2').unclosed).toBe(2);
  });

  test('what was kept from running is the same again', () => {
    const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '"', ',', 'a') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const [row] = tableOf(csvOf([['x', ...cells]])).rows;
        expect(row?.cells.map(unprotected)).toEqual(['x', ...cells]);
      }),
    );
  });

  test('nothing in it runs as a formula', () => {
    expect(csvOf([['=1+1', '+49', '@sum', '-2', 'plain', null]])).toBe(
      "'=1+1,'+49,'@sum,'-2,plain,\r\n",
    );
  });
});
