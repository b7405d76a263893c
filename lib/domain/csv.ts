/** A file of text for a browser to keep. */
export type TextFile = { name: string; type: string; text: string };

/** Rows as a table that spreadsheets open (RFC 4180). What a spreadsheet would run as a formula is made text. */
export function csvOf(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | null): string {
  if (value === null) return '';
  // What looks protected is protected once more, so that taking it off gives back exactly what was there.
  const harmless = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A cell as it was before `csvOf` kept spreadsheets from running it. */
export function unprotected(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** A row as it stands in the file, with the line on which it begins; lines are counted from 1. */
type CsvRow = { line: number; cells: string[] };

export type CsvTable = {
  /** Rows without anything in them are left out. */
  rows: CsvRow[];
  /** The line of a quotation mark that nothing closes: what comes behind it cannot be trusted. */
  unclosed: number | null;
};

/** Reads what spreadsheets write: commas, semicolons or tabs, quoted cells with line breaks, any line ends. Never throws. */
export function tableOf(csv: string): CsvTable {
  const { text, separator, line: firstLine } = beginningOf(csv);
  const cell = cellPattern(separator);
  const rows: CsvRow[] = [];
  let unclosed: number | null = null;
  let line = firstLine;
  let row: CsvRow = { line, cells: [] };
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, quoted, close, behind = '', plain = '', end = ''] = found;
    if (close === '') unclosed = line;
    row.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + behind);
    line += quoted?.match(lineEnd)?.length ?? 0;
    if (end === separator) continue;
    line += 1;
    if (row.cells.some((value) => value.trim() !== '')) rows.push(row);
    row = { line, cells: [] };
    if (end === '') break;
  }
  return { rows, unclosed };
}

/** The rows of a table of text, cells trimmed. Null when a quote never ends. */
export function rowsOf(csv: string): string[][] | null {
  const { rows, unclosed } = tableOf(csv);
  return unclosed === null ? rows.map(({ cells }) => cells.map((cell) => cell.trim())) : null;
}

const lineEnd = /\r\n?|\n/g;

const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

/** A cell and what ends it. After a quoted one, what comes before the end belongs to it, as spreadsheets have it. */
function cellPattern(separator: Separator): RegExp {
  const other = `[^${separator}\\r\\n]*`;
  return new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)("|$)(${other})|(${other}))(${separator}|\\r\\n?|\\n|$)`,
    'y',
  );
}

/** What separates its cells: what its first line says (`sep=;`), or what stands there most often outside of quotes. */
function beginningOf(csv: string): { text: string; separator: Separator; line: number } {
  const text = csv.replace(/^\uFEFF/, '');
  const said = /^"?sep=([,;\t])"?(?:\r\n?|\n)/i.exec(text);
  const told = separators.find((one) => one === said?.[1]);
  if (said && told) return { text: text.slice(said[0].length), separator: told, line: 2 };
  const [first = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (one: Separator) => first.split(one).length;
  const most = separators.reduce((best, one) => (count(one) > count(best) ? one : best));
  return { text, separator: most, line: 1 };
}
