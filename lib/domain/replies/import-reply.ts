import type { ImportGround, ImportRow, ReadRow } from './import-row';
import type { ImportColumn, ImportProblem } from './import-table';
import { told } from './import-table';
import type { ReplyPurpose, Risk } from './reply';

/** What stands in one language of a reply that is here already. */
export type KnownLanguage = {
  /** A draft or a version in review, and whose it is. */
  open: { author: string; state: 'draft' | 'in_review' } | null;
  /** The published words, else the newest. */
  words: ImportWords;
};

/** What is compared: nothing else of a version can stand in a file. */
export type ImportWords = Pick<
  ImportRow,
  'body' | 'allowance' | 'validFrom' | 'validUntil' | 'reviewBy'
>;

/** What a file says of a reply, whatever its languages. */
export type NewReply = {
  title: string;
  folder: string;
  purpose: ReplyPurpose;
  risk: Risk;
  /** In the order of the ids. */
  channelIds: readonly string[];
  sourceLanguage: string;
};

/** A reply that is here already. */
export type KnownReply = NewReply & {
  archived: boolean;
  languages: ReadonlyMap<string, KnownLanguage>;
};

export type ImportLibrary = ImportGround & { replies: ReadonlyMap<string, KnownReply> };

const fields = {
  title: { column: 'title', name: 'title' },
  folder: { column: 'folder', name: 'folder' },
  purpose: { column: 'purpose', name: 'purpose' },
  risk: { column: 'risk', name: 'risk' },
  channelIds: { column: 'channels', name: 'list of channels' },
  sourceLanguage: { column: 'source_language', name: 'source language' },
} as const satisfies Partial<Record<keyof ImportRow, { column: ImportColumn; name: string }>>;
type ReplyField = keyof typeof fields;

const replyFields = Object.keys(fields) as ReplyField[];

/** What a reply is, each field from the first row that says it. An empty cell says nothing. */
export type Stated = Partial<{
  [Field in ReplyField]: { line: number; value: NonNullable<ImportRow[Field]> };
}>;

export function statedIn(rows: readonly ReadRow[]): Stated {
  const stated: Record<string, unknown> = {};
  for (const field of replyFields) {
    const first = rows.find(({ row }) => row && row[field] !== null)?.row;
    if (first) stated[field] = { line: first.line, value: first[field] };
  }
  return stated;
}

/** Whether the words of a row are those that stand here. */
export function saysTheSame(row: ImportWords, words: ImportWords): boolean {
  return (
    row.body === words.body.trim() &&
    row.allowance === words.allowance &&
    row.validFrom === words.validFrom &&
    row.validUntil === words.validUntil &&
    row.reviewBy === words.reviewBy
  );
}

type Others = { stated: Stated; languages: Map<string, number>; place: string };

/** What does not go together with the other rows of its key. */
export function againstOthers(
  { cells, row }: ReadRow,
  { stated, languages, place }: Others,
): ImportProblem[] {
  if (!row) return [];
  const problems = replyFields.flatMap((field) => {
    const first = stated[field];
    if (row[field] === null || !first || String(first.value) === String(row[field])) return [];
    const { column, name } = fields[field];
    const message = `${place} ${first.line} says another ${name} for “${row.key}”. Write the same in both, or leave this cell empty.`;
    return [told(cells, column, message)];
  });
  const earlier = languages.get(row.language);
  if (earlier === undefined) languages.set(row.language, row.line);
  else {
    const message = `“${row.key}” in ${row.language} is there already: ${place.toLowerCase()} ${earlier}. Take one of the two out.`;
    problems.push(told(cells, 'language', message));
  }
  return problems;
}

/** What an import would have to change of a reply that is here, which it never does. */
export function againstLibrary({ cells, row }: ReadRow, known: KnownReply): ImportProblem[] {
  if (!row) return [];
  const problems = replyFields.flatMap((field) => {
    const own = known[field];
    if (row[field] === null || String(row[field]) === String(own)) return [];
    const { column, name } = fields[field];
    const shown = typeof own === 'string' && own !== '' ? `: “${own}”` : '';
    const message = `“${row.key}” has another ${name} here${shown}. Change it in the library, or leave this cell empty.`;
    return [told(cells, column, message)];
  });
  const language = known.languages.get(row.language);
  if (language && saysTheSame(row, language.words)) return problems;
  if (known.archived) {
    const message = `“${row.key}” is archived. Restore it in the library, or use another key.`;
    problems.push(told(cells, 'key', message));
  }
  if (language?.open) problems.push(told(cells, 'language', openWords(row, language.open)));
  return problems;
}

function openWords(row: ImportRow, open: NonNullable<KnownLanguage['open']>): string {
  const stands =
    open.state === 'draft'
      ? `${open.author} is writing “${row.key}” in ${row.language}`
      : `“${row.key}” in ${row.language} by ${open.author} waits for a review`;
  return `${stands}. An import writes over nobody’s words: have that finished or discarded first.`;
}

/** Words whose time is over are no draft. `review_by` may be over: they are read again by being reviewed. */
export function overProblems({ cells, row }: ReadRow, now: Date): ImportProblem[] {
  if (row?.validUntil == null || row.validUntil > now.toISOString()) return [];
  const message = 'Its time is over already. Write a later end, or leave the cell empty.';
  return [told(cells, 'valid_until', message)];
}

const needed = [
  ['title', 'Write a title: it says what the reply is for.'],
  ['purpose', 'Write what it is for: acknowledge, answer, handoff, offer or legal.'],
  ['risk', 'Write its risk: low, or high for what two people have to approve.'],
] as const;

/** A reply that is not here yet has to say what it is, and to come in the language that the others follow. */
export function judgeNew(rows: readonly ReadRow[], stated: Stated, place: string): void {
  const source = sourceOf(rows, stated);
  const first = rows.find(({ cells }) => cells.cells.language?.trim() === source);
  for (const { cells, row, problems } of rows) {
    if (!row) continue;
    const missing = needed.filter(([field]) => stated[field] === undefined);
    problems.push(...missing.map(([field, message]) => told(cells, field, message)));
    const message = sourceMessage(row, source, first !== undefined);
    if (message) problems.push(told(cells, 'source_language', message));
  }
  if (first && (first.row === null || first.problems.length > 0)) {
    withoutItsSource(rows, first, place);
  }
}

/** The translations of words that cannot be imported stay out with them. */
function withoutItsSource(rows: readonly ReadRow[], first: ReadRow, place: string): void {
  const message = `${place} ${first.cells.line} has the words that this is a translation of, and cannot be imported. Mend it first.`;
  for (const { cells, row, problems } of rows) {
    if (row && cells !== first.cells) problems.push(told(cells, 'source_language', message));
  }
}

function sourceMessage(row: ImportRow, source: string | null, isThere: boolean): string | null {
  if (source === null) {
    return `“${row.key}” is new and comes in more than one language. Write the one that the others are translations of.`;
  }
  return isThere
    ? null
    : `No row has the words of “${row.key}” in ${source}, of which the others are translations. Add it, or write another source language.`;
}

/** The language that is said, else the only one. */
function sourceOf(rows: readonly ReadRow[], stated: Stated): string | null {
  if (stated.sourceLanguage) return stated.sourceLanguage.value;
  const languages = new Set(rows.flatMap(({ cells }) => cells.cells.language?.trim() || []));
  const [only] = languages;
  return languages.size === 1 && only !== undefined ? only : null;
}

/** The reply that its rows tell of; null when they do not say enough. */
export function newReply(stated: Stated, rows: readonly ReadRow[]): NewReply | null {
  const { title, purpose, risk } = stated;
  const sourceLanguage = sourceOf(rows, stated);
  if (!(title && purpose && risk) || sourceLanguage === null) return null;
  return {
    title: title.value,
    folder: stated.folder?.value ?? '',
    purpose: purpose.value,
    risk: risk.value,
    channelIds: stated.channelIds?.value ?? [],
    sourceLanguage,
  };
}
