import type { Operator } from './operators';
import { operators, readValue } from './operators';
import type { Piece } from './scan';
import { isOperator, scan } from './scan';

/**
 * One condition of a search. `text` is a free word, or a phrase that must stand exactly so. The same
 * operator twice means either, but for labels, of which a conversation or a contact may have several: it means both.
 */
export type Term = {
  operator: Operator | 'text';
  value: string;
  negated: boolean;
  /** Only a free text may be one. */
  phrase: boolean;
};

/** What cannot be understood, and where it stands in the text. */
export type Problem = { from: number; to: number; message: string };

export type Query = { terms: Term[]; problems: Problem[] };

export const queryLimits = { characters: 500, terms: 40 } as const;

/** Reads a search. Whatever comes has an answer: what cannot be understood is a problem, never an exception. */
export function parseQuery(text: string): Query {
  const query: Query = { terms: [], problems: [] };
  const pieces = scan(text.slice(0, queryLimits.characters));
  for (const piece of pieces.slice(0, queryLimits.terms)) add(query, piece);
  const overlong = endOfLimit(text, pieces);
  if (overlong !== null) {
    query.problems.push({
      from: overlong,
      to: text.length,
      message: 'This search is too long; what stands here was left out.',
    });
  }
  return query;
}

/** The text that reads as these terms, in their order and in the product's own spelling. */
export function formatQuery(terms: readonly Term[]): string {
  return terms.map(formatTerm).join(' ');
}

/** Whether a search looks for words, and is therefore answered by rank instead of in the order of a list. */
export function hasText(terms: readonly Term[]): boolean {
  return terms.some(({ operator, negated }) => operator === 'text' && !negated);
}

function add({ terms, problems }: Query, piece: Piece): void {
  const { operator, value, negated, from, to } = piece;
  if (operator === null) {
    terms.push(...textTerms(piece, value));
    return;
  }
  if (!isOperator(operator)) {
    problems.push({ from, to, message: unknownOperator(operator) });
    terms.push(...textTerms(piece, `${operator}:${value}`));
    return;
  }
  const read = readValue(operator, value);
  if ('problem' in read) problems.push({ from, to, message: read.problem });
  else terms.push({ operator, value: read.value, negated, phrase: false });
}

function textTerms({ negated, quoted }: Piece, value: string): Term[] {
  const words = value.trim();
  if (words === '') return [];
  return [{ operator: 'text', value: words, negated, phrase: quoted || !readsAsItself(words) }];
}

function unknownOperator(name: string): string {
  return `There is no “${name}:”; it was looked for as text. Known are ${operators.join(', ')}.`;
}

function endOfLimit(text: string, pieces: readonly Piece[]): number | null {
  const surplus = pieces[queryLimits.terms];
  if (surplus !== undefined) return surplus.from;
  return text.length > queryLimits.characters ? queryLimits.characters : null;
}

function formatTerm({ operator, value, negated, phrase }: Term): string {
  const text =
    operator === 'text' ? freeText(value, phrase) : `${operator}:${quoteIfNeeded(value)}`;
  return negated ? `-${text}` : text;
}

function freeText(value: string, phrase: boolean): string {
  return phrase || !readsAsItself(value) ? quote(value) : value;
}

function readsAsItself(word: string): boolean {
  const [piece] = scan(word);
  return piece?.value === word && piece.operator === null && !(piece.negated || piece.quoted);
}

export function quoteIfNeeded(value: string): string {
  return /^[^\s"“”„«»\\]+$/u.test(value) ? value : quote(value);
}

function quote(value: string): string {
  return `"${value.replaceAll(/["“”„«»\\]/gu, '\\$&')}"`;
}
