import { fold } from './fold';
import { SEPARATORS, UNSPACED } from './letters';
import type { Term } from './query';

/** A word as it stands in the index; `open` when it may go on. */
export type Lexeme = { text: string; open: boolean };

/** One thing that is looked for: how the index is asked for it, and how it is recognised in a text. */
export type Needle = {
  lexemes: Lexeme[];
  /** Finds it in a folded text. */
  pattern: RegExp;
  /** Finds it where it is no mere beginning of a word. */
  whole: RegExp;
};

/** A word that is longer is known by its beginning. */
const LONGEST = 80;

/** What the words of a search look for; nothing for those that consist of signs alone. */
export function needlesOf(terms: readonly Term[]): Needle[] {
  return terms
    .filter(({ operator, negated }) => operator === 'text' && !negated)
    .flatMap((term) => needleOf(term.value, term.phrase));
}

function needleOf(value: string, phrase: boolean): Needle[] {
  const parts = partsOf(fold(value).text);
  if (parts.length === 0) return [];
  const lexemes = parts.flatMap((part, index) =>
    lexemesOf(part, !phrase && index === parts.length - 1),
  );
  const body = parts.map(patternOf).join('');
  const whole = `${body}${endOf(parts)}`;
  return [
    {
      lexemes,
      pattern: new RegExp(phrase ? whole : body, 'gu'),
      whole: new RegExp(whole, 'gu'),
    },
  ];
}

/** A run of letters of one kind, and whether signs or spaces stood before it. */
type Part = { text: string; spaced: boolean; apart: boolean };

const part = new RegExp(`([${UNSPACED}]+)|([^${UNSPACED}${SEPARATORS}]+)`, 'gu');

function partsOf(folded: string): Part[] {
  let end = 0;
  return [...folded.matchAll(part)].map((found) => {
    const apart = found.index > end;
    end = found.index + found[0].length;
    return { text: found[0], spaced: found[1] === undefined, apart };
  });
}

function lexemesOf({ text, spaced }: Part, open: boolean): Lexeme[] {
  if (spaced) return [{ text: [...text].slice(0, LONGEST).join(''), open }];
  const letters = [...text];
  // One letter alone begins a pair, or is the last of its run.
  if (letters.length === 1) return [{ text, open: true }];
  return letters.slice(0, -1).map((letter, index) => {
    return { text: `${letter}${letters[index + 1]}`, open: false };
  });
}

const WORD = `[^${UNSPACED}${SEPARATORS}]`;

function patternOf({ text, spaced, apart }: Part, index: number): string {
  const begins = spaced ? `(?<!${WORD})` : '';
  const between = index > 0 ? `[${SEPARATORS}]{${apart ? 1 : 0},4}` : '';
  return `${between}${begins}${escaped(text)}`;
}

function endOf(parts: readonly Part[]): string {
  return parts.at(-1)?.spaced ? `(?!${WORD})` : '';
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
