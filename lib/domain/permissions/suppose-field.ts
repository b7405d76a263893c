import type { FactName } from './finding';
import type { PermissionInput } from './input';
import type { Known } from './known';
import { fresh } from './known';

/** One thing that may be supposed: it is read and set as a word, as it stands in the address of a case. */
export type Field = {
  /** Null where the network in question has no such fact. */
  read: (input: PermissionInput) => string | null;
  set: (input: PermissionInput, word: string) => PermissionInput;
  takes: (word: string) => boolean;
  /** What is offered. `takes` may know more words than these. */
  offered: readonly string[];
  /** The fact of a decision that this is, for its source and age. */
  fact?: FactName;
};

type Read<T> = (input: PermissionInput) => T;
type Write<T> = (input: PermissionInput, value: T) => PermissionInput;

/** One of a few words. `read` answers null where there is no such thing. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  read: Read<Word | null>,
  write: Write<Word>,
): Field {
  const find = (word: string) => words.find((one) => one === word);
  return {
    read,
    set: (input, word) => {
      const found = find(word);
      return found === undefined || read(input) === null ? input : write(input, found);
    },
    takes: (word) => find(word) !== undefined,
    offered: words,
  };
}

export function yesOrNo(read: Read<boolean | null>, write: Write<boolean>): Field {
  return oneOf(
    ['yes', 'no'],
    (input) => {
      const is = read(input);
      if (is === null) return null;
      return is ? 'yes' : 'no';
    },
    (input, word) => write(input, word === 'yes'),
  );
}

type Fresh = { forMs?: number };

/** Something known, or not: what was looked up too long ago reads as unknown. Undefined where there is no such fact. */
export function knownAs<Word extends string, T>(
  words: Readonly<Record<Word, T>>,
  read: Read<Known<T> | undefined>,
  write: Write<Known<T>>,
  { forMs = Number.POSITIVE_INFINITY }: Fresh = {},
): Field {
  const known = Object.keys(words) as Word[];
  return oneOf<Word | 'unknown'>(
    [...known, 'unknown'],
    (input) => {
      const value = read(input);
      if (value === undefined) return null;
      const believed = fresh(value, forMs, input.now);
      return known.find((word) => words[word] === believed?.value) ?? 'unknown';
    },
    (input, word) =>
      write(
        input,
        word === 'unknown' ? null : { value: words[word], source: 'supposed', at: input.now },
      ),
  );
}

export const answers = { yes: true, no: false } as const satisfies Record<string, boolean>;

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const SPAN = /^(\d{1,4})([mhd])$/;

/** How long ago something happened: `never`, or such as `25h`. */
export function ago(read: Read<number | null>, write: Write<number | null>): Field {
  return {
    read: (input) => spanOf(read(input), input.now),
    set: (input, word) => {
      const at = word === 'never' ? null : momentOf(word, input.now);
      return at === undefined ? input : write(input, at);
    },
    takes: (word) => word === 'never' || momentOf(word, 0) !== undefined,
    offered: ['never', '10m', '2h', '23h', '25h', '3d', '6d', '8d', '40d', '365d'],
  };
}

function momentOf(word: string, now: number): number | undefined {
  const [, count, unit] = SPAN.exec(word) ?? [];
  if (count === undefined || (unit !== 'm' && unit !== 'h' && unit !== 'd')) return undefined;
  return now - Number(count) * unitMs[unit];
}

/** In the largest unit of which it holds one, as ages are told everywhere. */
function spanOf(at: number | null, now: number): string {
  if (at === null) return 'never';
  const elapsed = Math.max(now - at, 0);
  const unit = (['d', 'h', 'm'] as const).find((one) => elapsed >= unitMs[one]) ?? 'm';
  return `${Math.min(Math.floor(elapsed / unitMs[unit]), 9_999)}${unit}`;
}

/** A whole number up to 999. */
export function count(offered: readonly string[], read: Read<number>, write: Write<number>): Field {
  return {
    read: (input) => `${read(input)}`,
    set: (input, word) => write(input, Number(word)),
    takes: (word) => /^(0|[1-9]\d{0,2})$/.test(word),
    offered,
  };
}
