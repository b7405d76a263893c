import type { ImportCells, ImportColumn, ImportProblem } from './import-table';
import { told } from './import-table';
import type { Allowance, ReplyPurpose, Risk } from './reply';
import { allowances, keyPattern, languagePattern, purposes, risks, shortest } from './reply';
import { bodyProblems } from './template';

/** What the words of a row have to fit. */
export type ImportGround = {
  now: Date;
  /** The names of what can be filled in. */
  variables: readonly string[];
  /** The most characters of a message. */
  limit: number;
  channels: readonly { id: string; handle: string; network: string }[];
};

/** The words of a row, understood; `''` and null where it says nothing. */
export type ImportRow = {
  line: number;
  key: string;
  title: string | null;
  folder: string | null;
  purpose: ReplyPurpose | null;
  risk: Risk | null;
  channelIds: string[] | null;
  sourceLanguage: string | null;
  language: string;
  allowance: Allowance;
  validFrom: string | null;
  validUntil: string | null;
  reviewBy: string | null;
  body: string;
};

/** A row as far as it could be read: null when something in it is wrong. */
export type ReadRow = {
  cells: ImportCells;
  row: ImportRow | null;
  problems: ImportProblem[];
  /** What keeps its words from being new ones: a draft that is here already may well be unfinished. */
  unfit: ImportProblem[];
};

/** Reads one row by itself. */
export function readRow(cells: ImportCells, ground: ImportGround): ReadRow {
  const reading: Reading = { cells, ground, problems: [...cells.problems], unfit: [] };
  // A row with too few or too many cells says nothing that can be trusted.
  if (cells.problems.some(({ column }) => column === null)) {
    return { cells, row: null, problems: reading.problems, unfit: [] };
  }
  const row = {
    line: cells.line,
    key: keyOf(reading),
    title: wordsOf(reading, 'title', shortest.title),
    folder: wordsOf(reading, 'folder', shortest.folder),
    purpose: oneOf(reading, 'purpose', purposes),
    risk: oneOf(reading, 'risk', risks),
    channelIds: channelsOf(reading),
    sourceLanguage: languageOf(reading, 'source_language'),
    language: languageOf(reading, 'language') ?? '',
    ...spanOf(reading),
    reviewBy: instantOf(reading, 'review_by'),
    ...bodyOf(reading),
  };
  const { problems, unfit } = reading;
  return { cells, row: problems.length === 0 ? row : null, problems, unfit };
}

type Reading = Omit<ReadRow, 'row'> & { ground: ImportGround };

function cell({ cells }: Reading, column: ImportColumn): string {
  return (cells.cells[column] ?? '').trim();
}

function wrong({ cells, problems }: Reading, column: ImportColumn, message: string): void {
  // Of a cell that cannot be read nothing more is said.
  if (!cells.problems.some((problem) => problem.column === column)) {
    problems.push(told(cells, column, message));
  }
}

function keyOf(reading: Reading): string {
  const key = cell(reading, 'key');
  if (key === '') wrong(reading, 'key', 'Write a key: what is typed after the slash.');
  else if (key.length > 40) {
    wrong(reading, 'key', `This key has ${key.length} characters; 40 fit.`);
  } else if (!keyPattern.test(key)) {
    const message =
      'A key has lower-case letters, figures and hyphens between them, as in refund-late.';
    wrong(reading, 'key', message);
  }
  return key;
}

const turning = /[\u202a-\u202e\u2066-\u2069]/u;

function wordsOf(reading: Reading, column: 'title' | 'folder', most: number): string | null {
  const words = cell(reading, column).normalize('NFC').replaceAll(/\s+/g, ' ');
  if (turning.test(words)) {
    wrong(reading, column, 'It holds a sign that turns the direction of letters. Take it out.');
  }
  const length = [...words].length;
  if (length > most) {
    wrong(reading, column, `This ${column} has ${length} characters; ${most} fit.`);
  }
  return words === '' ? null : words;
}

function oneOf<Word extends string>(
  reading: Reading,
  column: ImportColumn,
  words: readonly Word[],
): Word | null {
  const given = cell(reading, column).toLowerCase();
  if (given === '') return null;
  const found = words.find((word) => word === given);
  if (found === undefined) {
    wrong(
      reading,
      column,
      `There is no ${column} “${given.slice(0, 40)}”. Write ${listed(words)}.`,
    );
  }
  return found ?? null;
}

/** Handles between spaces or commas; where two networks have the same, with the network in front. */
function channelsOf(reading: Reading): string[] | null {
  const given = cell(reading, 'channels');
  if (given === '') return null;
  const ids = given
    .split(/[\s,;]+/)
    .filter((name) => name !== '')
    .flatMap((name) => channelOf(reading, name));
  return [...new Set(ids)].toSorted();
}

function channelOf(reading: Reading, name: string): string[] {
  const { channels } = reading.ground;
  const [handle = '', network] = name.toLowerCase().split('/').toReversed();
  const found = channels.filter(
    (channel) =>
      channel.handle.toLowerCase() === handle.replace(/^@/, '') &&
      (network === undefined || channel.network === network),
  );
  const [first] = found;
  if (!first) {
    const known = listed(channels.map((channel) => `@${channel.handle}`));
    const message = `There is no channel “${name}”. ${known === '' ? 'None is connected yet.' : `There are ${known}.`}`;
    wrong(reading, 'channels', message);
    return [];
  }
  if (found.length > 1) {
    const ways = found.map((channel) => `${channel.network}/${channel.handle}`);
    wrong(reading, 'channels', `More than one channel is called “${name}”. Write ${listed(ways)}.`);
  }
  return [first.id];
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function languageOf(reading: Reading, column: 'language' | 'source_language'): string | null {
  const given = cell(reading, column);
  if (given === '') {
    if (column === 'language') wrong(reading, column, 'Write the language: en, de, pt-BR.');
    return null;
  }
  if (!languagePattern.test(given)) {
    const message = `“${given.slice(0, 20)}” is no code of a language. Write two letters, with a region where it matters: en, pt-BR.`;
    wrong(reading, column, message);
    return null;
  }
  if (languageNames.of(given) === undefined) {
    wrong(reading, column, `No language has the code “${given}”. Write its ISO 639-1 code.`);
  }
  return given;
}

const dated = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s?(.*))?$/;
const zoned = /^(?:Z|[+-]\d{2}:?\d{2})$/i;

/** An instant with its zone, ISO 8601; null when the cell is empty or wrong. */
function instantOf(
  reading: Reading,
  column: 'valid_from' | 'valid_until' | 'review_by',
): string | null {
  const given = cell(reading, column);
  if (given === '') return null;
  const found = dated.exec(given);
  const [, day = '', time, zone = ''] = found ?? [];
  if (!isDay(day)) {
    const message = `“${given.slice(0, 40)}” is no date. Write it as 2026-12-24T09:00+01:00.`;
    wrong(reading, column, message);
    return null;
  }
  if (time === undefined || !zoned.test(zone)) {
    const message = `“${given.slice(0, 40)}” does not say in which zone. Write a time with it: ${day}T${time ?? '09:00'}+01:00, or Z for UTC.`;
    wrong(reading, column, message);
    return null;
  }
  const at = new Date(`${day}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(at.getTime())) {
    wrong(reading, column, `There is no such time as ${given.slice(0, 40)}.`);
    return null;
  }
  return at.toISOString();
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function spanOf(reading: Reading): { validFrom: string | null; validUntil: string | null } {
  const validFrom = instantOf(reading, 'valid_from');
  const validUntil = instantOf(reading, 'valid_until');
  if (validFrom !== null && validUntil !== null && validFrom >= validUntil) {
    wrong(reading, 'valid_from', 'It begins to hold after it has ended. Write an earlier time.');
  }
  return { validFrom, validUntil };
}

function bodyOf(reading: Reading): { allowance: Allowance; body: string } {
  const { cells, ground } = reading;
  const body = (cells.cells.body ?? '').replaceAll(/\r\n?/g, '\n').normalize('NFC').trim();
  const given = oneOf(reading, 'allowance', allowances);
  const allowance = given ?? (body.includes('[[') ? 'locked' : 'free');
  const { variables: known, limit } = ground;
  const said = bodyProblems(body, { known, allowance, limit });
  reading.unfit.push(...said.map(({ message }) => told(cells, 'body', message)));
  return { allowance, body };
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
