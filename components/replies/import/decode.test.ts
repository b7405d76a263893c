import { describe, expect, it, test } from 'vitest';
import { mostImportBytes } from '@/lib/domain/replies/import-table';
import { decoded, formatOf } from './decode';

describe('the text of a file', () => {
  it('is UTF-8, with its mark or without', () => {
    expect(decoded(Buffer.from('für')).text).toBe('für');
    expect(decoded(Buffer.from('\uFEFFfür')).text).toBe('für');
  });

  it('is UTF-16 where the file says so', () => {
    expect(decoded(Buffer.from('\uFEFFfür', 'utf16le')).text).toBe('für');
    expect(decoded(Buffer.from('\uFEFFfür', 'utf16le').swap16()).text).toBe('für');
  });

  test.each([
    ['another encoding', Buffer.from('für', 'latin1'), 'not UTF-8'],
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'is a workbook'],
    ['too much', Buffer.alloc(mostImportBytes + 1), 'more than 5 MB'],
  ])('cannot be had of %s', (_, bytes, says) => {
    expect(decoded(bytes).problem).toContain(says);
  });
});

test.each([
  ['a.json', 'key', 'json'],
  ['a.CSV', '[', 'csv'],
  ['a.tsv', '', 'csv'],
  ['a', ' [{', 'json'],
  ['a', 'key,body', 'csv'],
] as const)('%s that begins with “%s” is %s', (name, text, format) => {
  expect(formatOf(name, text)).toBe(format);
});
