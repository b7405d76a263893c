import fs from 'node:fs';
import path from 'node:path';
import type { Entry, Fact, Note } from './facts';
import { factSchema, isFact } from './facts';

export type Ledger = {
  readonly entries: readonly Entry[];
  /** Writes the lines, all at once, and returns when the operating system has them: a killed process loses none. */
  append(lines: readonly (Fact | Note)[]): Entry[];
  /** Begins an empty ledger; the old one is kept beside it. */
  restart(): void;
  close(): void;
};

/** Opens the ledger of a data directory. A line cut short by a crash was never answered for and is dropped. */
export function openLedger(dataDir: string, now: () => number): Ledger {
  fs.mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'ledger.jsonl');
  const entries = readEntries(file);
  let descriptor = fs.openSync(file, 'a');

  return {
    entries,
    append(lines) {
      const at = new Date(now()).toISOString();
      const added = lines.map(
        (line, index): Entry => ({ offset: entries.length + index, at, ...line }),
      );
      writeWhole(descriptor, added.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      for (const entry of added) entries.push(entry);
      return added;
    },
    restart() {
      fs.closeSync(descriptor);
      fs.renameSync(file, `${file}.${new Date(now()).toISOString().replace(/[:.]/g, '-')}`);
      entries.length = 0;
      descriptor = fs.openSync(file, 'a');
    },
    close() {
      fs.closeSync(descriptor);
    },
  };
}

function writeWhole(descriptor: number, text: string) {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += fs.writeSync(descriptor, bytes, written);
}

function readEntries(file: string): Entry[] {
  if (!fs.existsSync(file)) return [];
  const bytes = fs.readFileSync(file);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) fs.truncateSync(file, whole);
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, number) => readEntry(line, number, file));
}

function readEntry(line: string, number: number, file: string): Entry {
  const entry = JSON.parse(line) as Entry;
  if (entry.offset !== number)
    throw new Error(`${file}:${number + 1} is out of order; move the directory away to start anew`);
  if (isFact(entry)) factSchema.parse(entry);
  return entry;
}
