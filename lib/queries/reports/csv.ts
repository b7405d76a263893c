import 'server-only';
import type { TextFile } from '@/lib/domain/csv';
import { csvOf } from '@/lib/domain/csv';
import { Refusal } from '@/lib/domain/refusal';

/** More would be no table that a person opens. */
export const MOST_ROWS = 50_000;

type Column<Row> = (row: Row) => string | number | null;

/** Rows as a file for a spreadsheet, a column for each function. Numbers are bare, instants ISO 8601 in UTC. */
export function tableFile<Row>(
  name: string,
  columns: Readonly<Record<string, Column<Row>>>,
  rows: readonly Row[],
): TextFile {
  if (rows.length > MOST_ROWS) {
    throw new Refusal('invalid', 'These are more than 50,000 rows. Choose fewer days.');
  }
  const cells = rows.map((row) =>
    Object.values(columns).map((column) => {
      const value = column(row);
      return value === null ? null : String(value);
    }),
  );
  return {
    name: `${name}.csv`,
    type: 'text/csv; charset=utf-8',
    text: csvOf([Object.keys(columns), ...cells]),
  };
}

/** A share as a number between 0 and 1; null of nothing. */
export function shareOf(part: number, whole: number): string | null {
  return whole === 0 ? null : (part / whole).toFixed(4);
}
