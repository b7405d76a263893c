import { rowsOf } from '../csv';

/** Enough for any campaign, and few enough for one file and one transaction. */
const mostCodes = 20_000;
const longestCode = 100;

export type ReadCodes = {
  /** Each once, in the order of the file. */
  codes: string[];
  /** How many stood there again. */
  repeated: number;
  /** What is wrong, by its row (empty lines are none); nothing is taken then. */
  problems: string[];
};

/** Reads the first column of a table of codes. A first line that says what the column is, is none. */
export function readCodes(csv: string): ReadCodes {
  const rows = rowsOf(csv);
  if (!rows) return { codes: [], repeated: 0, problems: ['A quotation mark is never closed.'] };
  const isHeader = rows[0]?.[0]?.toLowerCase() === 'code';
  const all = rows.slice(isHeader ? 1 : 0).map(([code = ''], index) => ({
    code,
    row: index + (isHeader ? 2 : 1),
  }));
  const codes = new Set(all.map(({ code }) => code));
  const problems = all.flatMap(({ code, row }) => problemOf(code, row));
  if (codes.size === 0) problems.push('There is no code in this.');
  if (codes.size > mostCodes) problems.push(`At most ${mostCodes} codes at once.`);
  return { codes: [...codes], repeated: all.length - codes.size, problems };
}

const control = /[\p{Cc}\p{Cf}]/u;

function problemOf(code: string, row: number): string[] {
  if (code === '') return [`Row ${row}: the first column is empty.`];
  if (code.length > longestCode) {
    return [`Row ${row}: a code has at most ${longestCode} characters.`];
  }
  if (control.test(code)) return [`Row ${row}: there is a character that nobody can see.`];
  return [];
}
