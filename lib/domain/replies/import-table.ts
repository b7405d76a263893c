import { tableOf, unprotected } from '../csv';

/** What a file of approved replies can tell of a row, in the order in which it is written. */
export const importColumns = [
  'key',
  'title',
  'folder',
  'purpose',
  'risk',
  'channels',
  'source_language',
  'language',
  'allowance',
  'valid_from',
  'valid_until',
  'review_by',
  'body',
  'state',
  'number',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Without these a row says nothing. */
const needed = ['key', 'language', 'body'] as const satisfies readonly ImportColumn[];

export const importFormats = ['csv', 'json'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const mostImportBytes = 5 * 1024 * 1024;
const mostImportRows = 5_000;

/** What is to be told of a row: where, and what to do about it. */
export type ImportProblem = {
  /** The line of a table on which the row begins, or the number of an entry; 0 for the whole file. */
  line: number;
  column: ImportColumn | null;
  key: string | null;
  message: string;
};

/** A row as it stands in the file. A column that the file has not is not there. */
export type ImportCells = {
  line: number;
  cells: Readonly<Partial<Record<ImportColumn, string>>>;
  /** What is wrong with it before its words are read. */
  problems: ImportProblem[];
  warnings: ImportProblem[];
};

/** Either what is wrong with the whole file, or its rows. */
export type ImportTable = { problems: ImportProblem[]; rows: ImportCells[] };

/** Reads a file of approved replies. Never throws. */
export function readImport(format: ImportFormat, text: string): ImportTable {
  const problem = wholeProblem(text);
  if (problem) return refusedFile(problem);
  return format === 'csv' ? readCsv(text) : readJson(text);
}

/** A place in a row, for what is to be said of it. */
export function told(
  { line, cells }: Pick<ImportCells, 'line' | 'cells'>,
  column: ImportColumn | null,
  message: string,
): ImportProblem {
  return { line, column, key: cells.key?.trim() || null, message };
}

function isTooLarge(text: string): boolean {
  // No character has more than three bytes for a unit of UTF-16, so that most texts need not be encoded to be known.
  return (
    text.length > mostImportBytes ||
    (text.length * 3 > mostImportBytes && new TextEncoder().encode(text).length > mostImportBytes)
  );
}

function wholeProblem(text: string): string | null {
  if (isTooLarge(text)) return 'This file has more than 5 MB. Import it in parts.';
  if (text.replace(/^\uFEFF/, '').trim() === '') {
    return 'This file is empty. Begin with the example file.';
  }
  return null;
}

function refusedFile(message: string, line = 0): ImportTable {
  return { problems: [{ line, column: null, key: null, message }], rows: [] };
}

function readCsv(text: string): ImportTable {
  const { rows, unclosed } = tableOf(text);
  if (unclosed !== null) {
    return refusedFile(
      `The quotation mark that begins a cell on line ${unclosed} never ends. Write " behind that cell; a " inside it is written twice.`,
      unclosed,
    );
  }
  const [head, ...lines] = rows;
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const problems = headProblems(names, head?.line ?? 1);
  if (problems.length > 0) return { problems, rows: [] };
  if (lines.length === 0) {
    return refusedFile('There is no row below the names of the columns.');
  }
  if (lines.length > mostImportRows) return refusedFile(tooMany(lines.length));
  return { problems: [], rows: lines.map((line) => csvRow(names, line)) };
}

function tooMany(count: number): string {
  return `This file has ${count} rows; ${mostImportRows} fit into one import. Import it in parts.`;
}

function headProblems(names: readonly string[], line: number): ImportProblem[] {
  const say = (message: string) => ({ line, column: null, key: null, message });
  const unknown = names.flatMap((name, index) => {
    if (isColumn(name)) return [];
    if (name === '') return [say(`Column ${index + 1} has no name. Name it, or take it out.`)];
    return [
      say(
        `There is no column “${shortened(name)}”. Take it out, or call it one of ${importColumns.join(', ')}.`,
      ),
    ];
  });
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) < index))].filter(
    isColumn,
  );
  const missing = needed.filter((name) => !names.includes(name));
  return [
    ...unknown,
    ...twice.map((name) => say(`The column “${name}” is there twice. Keep one of them.`)),
    ...missing.map((name) =>
      say(`The column “${name}” is missing. Write the names of the columns into the first line.`),
    ),
  ];
}

function isColumn(name: string): name is ImportColumn {
  return importColumns.some((each) => each === name);
}

type Given = { line: number; cells: readonly string[] };

function csvRow(names: readonly string[], { line, cells: given }: Given): ImportCells {
  const row: ImportCells = { line, cells: {}, problems: [], warnings: [] };
  const cells: Partial<Record<ImportColumn, string>> = {};
  for (const [index, name] of names.entries()) {
    if (isColumn(name)) cells[name] = unprotected(given[index] ?? '');
  }
  row.cells = cells;
  const extra = given.slice(names.length).some((cell) => cell.trim() !== '');
  if (extra) {
    const message = `This row has ${given.length} cells and the first line ${names.length}. Write " around a cell that holds commas or line breaks.`;
    row.problems.push(told(row, null, message));
  } else if (given.length < names.length) {
    const message = `This row has only ${given.length} of ${names.length} cells. Write the ones that are missing, empty if need be.`;
    row.problems.push(told(row, null, message));
  }
  for (const [index, name] of names.entries()) {
    const cell = given[index] ?? '';
    if (!isColumn(name)) continue;
    aboutCell(row, name, cell);
    if (unprotected(cell) !== cell) {
      const message = `The ' in front, which keeps spreadsheets from reading it as a formula, is taken off.`;
      row.warnings.push(told(row, name, message));
    }
  }
  return row;
}

const spreadsheetError = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|SPILL!|CALC!)$/;
// Line breaks and tabs may stand in a reply.
const unseen = /[\p{Cc}\u2028\u2029]/u;

/** What can be said of a cell whatever its column holds. */
function aboutCell(row: ImportCells, column: ImportColumn, cell: string): void {
  if (cell.includes('\uFFFD')) {
    const message = 'Some of its letters could not be read (�). Save the file as UTF-8.';
    row.problems.push(told(row, column, message));
  }
  if (unseen.test(cell.replaceAll(/[\r\n\t]/g, ''))) {
    const message = 'There is a character in it that nobody can see. Take it out.';
    row.problems.push(told(row, column, message));
  }
  if (spreadsheetError.test(cell.trim())) {
    const message = `A spreadsheet made ${cell.trim()} of this cell. Write its words again, with ' in front.`;
    row.problems.push(told(row, column, message));
  }
}

function readJson(text: string): ImportTable {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refusedFile('This is not JSON. Check its brackets, commas and quotation marks.');
  }
  if (!Array.isArray(given)) {
    return refusedFile('Write the replies as a list: [ at the beginning, ] at the end.');
  }
  if (given.length === 0) return refusedFile('This list is empty. Begin with the example file.');
  if (given.length > mostImportRows) return refusedFile(tooMany(given.length));
  return { problems: [], rows: given.map((entry: unknown, index) => jsonRow(entry, index + 1)) };
}

function jsonRow(entry: unknown, line: number): ImportCells {
  const row: ImportCells = { line, cells: {}, problems: [], warnings: [] };
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    row.problems.push(told(row, null, 'This entry is no object. Write { "key": …, "body": … }.'));
    return row;
  }
  const read = Object.entries(entry).map(([name, value]) => ({ name, text: textOf(name, value) }));
  row.cells = Object.fromEntries(
    read.flatMap(({ name, text }) => (isColumn(name) && text !== null ? [[name, text]] : [])),
  );
  for (const { name, text } of read) aboutField(row, name, text);
  for (const name of needed) {
    if (!(name in entry)) row.problems.push(told(row, name, `The field “${name}” is missing.`));
  }
  return row;
}

function aboutField(row: ImportCells, name: string, text: string | null): void {
  if (!isColumn(name)) {
    const message = `There is no field “${shortened(name)}”. Take it out, or call it one of ${importColumns.join(', ')}.`;
    row.problems.push(told(row, null, message));
    return;
  }
  if (text === null) row.problems.push(told(row, name, `Write “${name}” as ${typeWords(name)}.`));
  else aboutCell(row, name, text);
}

/** A value as its cell would say it; null when it is of another type. */
function textOf(name: string, value: unknown): string | null {
  if (value === null) return '';
  if (name === 'channels') {
    const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
    return isList ? value.join(' ') : null;
  }
  if (name === 'number') return typeof value === 'number' ? String(value) : null;
  return typeof value === 'string' ? value : null;
}

function typeWords(name: ImportColumn): string {
  if (name === 'channels') return 'a list of handles: ["brand"]';
  return name === 'number' ? 'a number' : 'text in quotation marks';
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
