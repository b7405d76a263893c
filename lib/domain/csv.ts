/** A file of text for a browser to keep. */
export type TextFile = { name: string; type: string; text: string };

/** Rows as a table that spreadsheets open (RFC 4180). What a spreadsheet would run as a formula is made text. */
export function csvOf(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | null): string {
  if (value === null) return '';
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * The rows of a table of text, cells trimmed, empty lines left out. Commas or semicolons, whichever its
 * first line has; a quoted cell may hold anything. Null when a quote never ends.
 */
export function rowsOf(csv: string): string[][] | null {
  const text = csv.replace(/^\uFEFF/, '');
  const [first = ''] = text.split(/\r?\n/, 1);
  const comma = first.includes(';') && !first.includes(',') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = cellAt(text, at, comma);
    if (cell === null) return null;
    row.push(cell.value.trim());
    at = cell.end + 1;
    if (text[cell.end] === comma) continue;
    if (text[cell.end] === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

/** The cell that begins at `start`, and the place of what ends it. */
function cellAt(text: string, start: number, comma: string): { value: string; end: number } | null {
  if (text[start] !== '"') {
    const rest = text.slice(start);
    const length = rest.search(comma === ';' ? /[;\r\n]/ : /[,\r\n]/);
    const end = length === -1 ? text.length : start + length;
    return { value: text.slice(start, end), end };
  }
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return { value, end: at + 1 };
  }
  return null;
}
