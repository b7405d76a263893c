import type { ImportFormat } from '@/lib/domain/replies/import-table';
import { mostImportBytes } from '@/lib/domain/replies/import-table';

export type Decoded = { text: string; problem?: never } | { text?: never; problem: string };

/** The text of a file: UTF-8, or UTF-16 with its mark, as spreadsheets write "Unicode text". */
export function decoded(bytes: Uint8Array): Decoded {
  if (bytes.length > mostImportBytes) {
    return { problem: 'This file has more than 5 MB. Import it in parts.' };
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: textOf(bytes, 'utf-16le') };
  if (first === 0xfe && second === 0xff) return { text: textOf(bytes, 'utf-16be') };
  if (first === 0x50 && second === 0x4b) {
    return { problem: 'This is a workbook. In the spreadsheet, save it as CSV (UTF-8) first.' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      problem:
        'This file is not UTF-8, so its letters could be read wrong. Save it as CSV (UTF-8).',
    };
  }
}

/** What a file is, by its name; where that says nothing, by how it begins. */
export function formatOf(name: string, text: string): ImportFormat {
  if (/\.json$/i.test(name)) return 'json';
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return 'csv';
  return /^\uFEFF?\s*[[{]/.test(text) ? 'json' : 'csv';
}

function textOf(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
