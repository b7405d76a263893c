import type { ImportLibrary, ImportWords, KnownReply, NewReply, Stated } from './import-reply';
import {
  againstLibrary,
  againstOthers,
  judgeNew,
  newReply,
  overProblems,
  saysTheSame,
  statedIn,
} from './import-reply';
import type { ImportRow, ReadRow } from './import-row';
import { readRow } from './import-row';
import type { ImportFormat, ImportProblem } from './import-table';
import { readImport, told } from './import-table';

type ImportDraft = ImportWords & { key: string; language: string };

export type ImportJudgement = {
  problems: ImportProblem[];
  warnings: ImportProblem[];
  /** What would be written, were there no problem. */
  replies: (NewReply & { key: string })[];
  drafts: ImportDraft[];
  /** Rows whose words stand there already, and rows with a problem. */
  unchanged: number;
  refused: number;
};

/** Judges every row of a file against the library. It writes nothing and never throws. */
export function judgeImport(
  format: ImportFormat,
  text: string,
  library: ImportLibrary,
): ImportJudgement {
  const table = readImport(format, text);
  const judgement: ImportJudgement = {
    ...{ problems: [...table.problems], warnings: [], replies: [], drafts: [] },
    ...{ unchanged: 0, refused: 0 },
  };
  const groups = new Map<string, ReadRow[]>();
  for (const cells of table.rows) {
    judgement.warnings.push(...cells.warnings);
    const key = cells.cells.key?.trim() ?? '';
    const group = groups.get(key) ?? [];
    group.push(readRow(cells, library));
    groups.set(key, group);
  }
  const place = format === 'csv' ? 'Line' : 'Entry';
  for (const [key, rows] of groups) {
    const known = library.replies.get(key);
    const stated = statedIn(rows);
    judgeRows(rows, { known, stated, place, now: library.now });
    settle(judgement, { key, rows, known, stated });
  }
  judgement.problems.sort((a, b) => a.line - b.line);
  judgement.warnings.sort((a, b) => a.line - b.line);
  return judgement;
}

type Ground = { known: KnownReply | undefined; stated: Stated; place: string; now: Date };

/** All rows of one key, by what they say of the reply together and what is here of it. */
function judgeRows(rows: readonly ReadRow[], { known, stated, place, now }: Ground): void {
  const languages = new Map<string, number>();
  for (const read of rows) {
    read.problems.push(...againstOthers(read, { stated, languages, place }));
    if (known) read.problems.push(...againstLibrary(read, known));
    if (!isUnchanged(read.row, known))
      read.problems.push(...read.unfit, ...overProblems(read, now));
  }
  if (!known) judgeNew(rows, stated, place);
}

type Judged = {
  key: string;
  rows: readonly ReadRow[];
  known: KnownReply | undefined;
  stated: Stated;
};

/** What comes of the rows of one key. */
function settle(judgement: ImportJudgement, { key, rows, known, stated }: Judged): void {
  const right = rows.filter(isRight);
  const added = right.filter(({ row }) => !isUnchanged(row, known));
  judgement.problems.push(...rows.flatMap(({ problems }) => problems));
  judgement.refused += rows.length - right.length;
  judgement.unchanged += right.length - added.length;
  for (const { cells, row } of right) {
    if (!isUnchanged(row, known)) continue;
    judgement.warnings.push(told(cells, 'body', 'The words are the same: nothing to do.'));
  }
  if (added.length === 0) return;
  const reply = known ? null : newReply(stated, rows);
  if (reply) judgement.replies.push({ key, ...reply });
  judgement.drafts.push(...added.map(({ row }) => draftOf(row)));
}

type Right = ReadRow & { row: ImportRow };

function isRight(read: ReadRow): read is Right {
  return read.row !== null && read.problems.length === 0;
}

function isUnchanged(row: ImportRow | null, known: KnownReply | undefined): boolean {
  const words = row && known?.languages.get(row.language)?.words;
  return words ? saysTheSame(row, words) : false;
}

function draftOf(row: ImportRow): ImportDraft {
  const { key, language, body, allowance, validFrom, validUntil, reviewBy } = row;
  return { key, language, body, allowance, validFrom, validUntil, reviewBy };
}
