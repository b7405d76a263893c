/** One printed figure: what was measured, what it may be at most (or at least), and the floor beside it. */
export type Line = {
  budget: string;
  what: string;
  measured: number | null;
  unit: string;
  limit: number | null;
  /** `most`: the figure may not exceed the limit; `least`: it may not fall short of it. */
  sense: 'most' | 'least';
  floor: number | null;
  note?: string;
};

/** Prints the lines as a table of plain text. */
export function print(lines: readonly Line[], write: (text: string) => void): void {
  const rows = lines.map((line) => [
    line.budget,
    line.what,
    figure(line.measured, line.unit),
    line.limit === null
      ? ''
      : `${line.sense === 'most' ? '≤' : '≥'} ${figure(line.limit, line.unit)}`,
    verdict(line),
    figure(line.floor, line.unit),
    line.note ?? '',
  ]);
  const table = [['#', 'what', 'measured', 'budget', '', 'floor', 'note'], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of table) {
    write(
      `${row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}

function verdict({ measured, limit, sense }: Line): string {
  if (measured === null || limit === null) return '';
  const kept = sense === 'most' ? measured <= limit : measured >= limit;
  return kept ? 'kept' : 'MISSED';
}

function figure(value: number | null, unit: string): string {
  if (value === null) return '';
  const digits = value < 100 ? Math.round(value * 100) / 100 : Math.round(value);
  return `${digits} ${unit}`.trim();
}
