import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rowsOf } from '@/lib/domain/csv';
import { judge, readingOf } from '@/lib/domain/triage/judge';
import type { Learned } from '@/lib/domain/triage/learned';
import { learnedFrom } from '@/lib/domain/triage/learned';

type Example = { text: string; isComplaint: boolean };

/** Something about the file or the words of the command, in a sentence. */
class Wrong extends Error {}

const usage =
  'Usage: npm run triage:measure -- FILE.csv [--learn N]\n' +
  'The file has the columns text and label; label says whether it is a complaint (yes or no).';

/** Measures triage on a file. Answers with the exit code: 0, or 2 with a sentence for what is wrong. */
export function measure(args: readonly string[], from: string): number {
  try {
    const { file, learn } = optionsIn(args);
    const { examples, skipped } = examplesIn(path.resolve(from, file));
    report({ examples, skipped, learn });
    return 0;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function optionsIn(args: readonly string[]): { file: string; learn: number } {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw new Wrong(usage);
  if (more.length > 0) throw new Wrong(`One file at a time, please.\n${usage}`);
  return { file, learn: values.learn === undefined ? 0 : rowsIn(values.learn) };
}

function parsed(args: readonly string[]) {
  try {
    const options = { learn: { type: 'string' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (cause) {
    throw new Wrong(`${cause instanceof Error ? cause.message : 'What is meant?'}\n${usage}`, {
      cause,
    });
  }
}

function rowsIn(typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new Wrong(`--learn wants a whole number of rows, not “${typed}”.`);
}

function examplesIn(file: string): { examples: Example[]; skipped: number } {
  const rows = rowsOf(textOf(file));
  if (rows === null) throw new Wrong(`${file} has a quoted cell that never ends.`);
  const [head, ...body] = rows;
  if (!head) throw new Wrong(`${file} is empty.`);
  const at = columnsIn(file, head);
  const said = body.filter((row) => row[at.text] || row[at.label]);
  const examples = said.map((row, index) => ({
    text: row[at.text] ?? '',
    isComplaint: labelOf(row[at.label] ?? '', index + 1),
  }));
  if (examples.length === 0) throw new Wrong(`${file} has a first line and no examples.`);
  return { examples, skipped: body.length - said.length };
}

function columnsIn(file: string, head: readonly string[]): { text: number; label: number } {
  const names = head.map((name) => name.toLowerCase());
  const at = { text: names.indexOf('text'), label: names.indexOf('label') };
  if (at.text !== -1 && at.label !== -1) return at;
  const missing = at.text === -1 ? 'text' : 'label';
  throw new Wrong(`${file} has no column “${missing}”; its first line reads: ${head.join(', ')}.`);
}

function textOf(file: string): string {
  try {
    if (statSync(file).isDirectory()) throw new Wrong(`${file} is a folder, not a file.`);
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Wrong) throw cause;
    throw new Wrong(`${file} cannot be read. Is it there?`, { cause });
  }
}

const yes = /^(?:yes|y|1|1\.0|true|t|complaint|complaints|negative)$/i;
const no =
  /^(?:no|n|0|0\.0|false|f|none|other|non[-_ ]?complaints?|not[-_ ]?(?:a[-_ ])?complaint|neutral|positive|question|request|praise|press|business|spam)$/i;

function labelOf(label: string, row: number): boolean {
  if (yes.test(label)) return true;
  if (no.test(label)) return false;
  throw new Wrong(`Row ${row} is labelled “${label}”; it should be yes or no.`);
}

function report(what: { examples: readonly Example[]; skipped: number; learn: number }): void {
  const { examples, skipped, learn } = what;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const complaints = examples.filter(({ isComplaint }) => isComplaint).length;
  say(
    `${examples.length} messages, ${complaints} of them complaints (${share(complaints, examples.length)})`,
  );
  if (skipped > 0) say(`${skipped} empty rows were left out`);
  const [lessons, rest] = [examples.slice(0, learn), examples.slice(learn)];
  if (learn > 0 && rest.length === 0) {
    throw new Wrong(
      `With --learn ${learn} no row is left to measure on: there are ${examples.length}.`,
    );
  }
  say('');
  say('                        precision  recall     F1   accuracy   µs a message');
  say(figures('as it comes', scoreOf(examples, null)));
  if (learn === 0) return;
  say(figures(`the last ${rest.length}, as it comes`, scoreOf(rest, null)));
  const learned = learnedFrom(
    lessons.map(({ text, isComplaint }) => ({
      ...readingOf(text),
      intent: isComplaint ? 'complaint' : 'no_complaint',
    })),
  );
  say(figures(`… after learning ${lessons.length}`, scoreOf(rest, learned)));
}

type Score = { precision: number; recall: number; f1: number; accuracy: number; micros: number };

function scoreOf(examples: readonly Example[], learned: Learned | null): Score {
  const answers = examples.map(({ text, isComplaint }) => ({
    said: judge(text, learned).intent === 'complaint',
    is: isComplaint,
  }));
  const count = (test: (answer: { said: boolean; is: boolean }) => boolean) =>
    answers.filter(test).length;
  const hits = count(({ said, is }) => said && is);
  const precision =
    hits /
    Math.max(
      1,
      count(({ said }) => said),
    );
  const recall =
    hits /
    Math.max(
      1,
      count(({ is }) => is),
    );
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    accuracy: count(({ said, is }) => said === is) / examples.length,
    micros: microsOf(examples, learned),
  };
}

/** The best of a few rounds: what else the machine does at the same time is not ours. */
function microsOf(examples: readonly Example[], learned: Learned | null): number {
  const rounds = Math.max(5, Math.ceil(2_000 / examples.length));
  const each = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    for (const { text } of examples) judge(text, learned);
    return Number(process.hrtime.bigint() - start) / 1_000 / examples.length;
  });
  return Math.min(...each);
}

function figures(name: string, { precision, recall, f1, accuracy, micros }: Score): string {
  const each = [precision, recall, f1, accuracy].map((value) => value.toFixed(3).padStart(9));
  return `${name.padEnd(24)}${each.join(' ')}   ${micros.toFixed(0).padStart(8)}`;
}

function share(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}
