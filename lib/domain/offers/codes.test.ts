import { describe, expect, it } from 'vitest';
import { readCodes } from './codes';

describe('a file of codes', () => {
  it.each([
    ['one on a line', 'A1\nA2\r\nA3', ['A1', 'A2', 'A3'], 0],
    ['with a header, whatever its case', 'Code,Value\nA1,10\nA2,10\n', ['A1', 'A2'], 0],
    ['with edges, quotes and empty lines', '  A1 \n\n"A,2"\n', ['A1', 'A,2'], 0],
    ['that names some again', 'A1\nA2\nA1\nA1', ['A1', 'A2'], 2],
    ['from a spreadsheet', '\uFEFFcode;n\nA1;1', ['A1'], 0],
  ])('%s', (_, csv, codes, repeated) => {
    expect(readCodes(csv)).toEqual({ codes, repeated, problems: [] });
  });

  it.each([
    ['', 'There is no code in this.'],
    ['code\n', 'There is no code in this.'],
    ['code,n\nA1,1\n,2', 'Row 3: the first column is empty.'],
    ['A1\nA\u200B2', 'Row 2: there is a character that nobody can see.'],
    [`A1\n${'x'.repeat(101)}`, 'Row 2: a code has at most 100 characters.'],
    ['"A1', 'A quotation mark is never closed.'],
  ])('%j is refused with its row', (csv, problem) => {
    expect(readCodes(csv).problems).toEqual([problem]);
  });
});
