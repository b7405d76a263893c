import type { Operator } from './operators';
import { operators } from './operators';

/** One piece of a search as it was typed, before anybody asks what it means. */
export type Piece = {
  from: number;
  to: number;
  negated: boolean;
  /** What stands before the colon, in small letters; null for a free word. */
  operator: string | null;
  /** Where the value begins and ends, quotes included. */
  valueFrom: number;
  valueTo: number;
  value: string;
  quoted: boolean;
};

const SPACE = /\s/u;
const OPENING = /["“”„«]/u;
const CLOSING = /["“”»]/u;

/** Cuts a search into its pieces. Whatever is typed gives some pieces; nothing is refused. */
export function scan(typed: string): Piece[] {
  // Control characters are no text, and the database would refuse some of them.
  const text = typed.replaceAll(/\p{Cc}/gu, ' ');
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const piece = pieceAt(text, at);
    pieces.push(piece);
    at = piece.to;
  }
  return pieces;
}

export function isOperator(name: string): name is Operator {
  const known: readonly string[] = operators;
  return known.includes(name);
}

function pieceAt(text: string, from: number): Piece {
  const negated = /^[-－](?=[^\s])/u.test(text.slice(from, from + 2));
  const start = negated ? from + 1 : from;
  const [all, name] = /^([\p{L}_]{1,20})[:：](?!\/\/)/u.exec(text.slice(start, start + 21)) ?? [];
  const valueFrom = start + (all?.length ?? 0);
  const value = OPENING.test(text.charAt(valueFrom))
    ? quotedAt(text, valueFrom)
    : bareAt(text, valueFrom);
  return { from, negated, operator: name?.toLowerCase() ?? null, valueFrom, ...value };
}

type Value = Pick<Piece, 'to' | 'valueTo' | 'value' | 'quoted'>;

function bareAt(text: string, from: number): Value {
  let to = from;
  while (to < text.length && !SPACE.test(text.charAt(to))) to += 1;
  return { to, valueTo: to, value: text.slice(from, to), quoted: false };
}

/** A quote that is still open goes to the end: its writer is in the middle of it. */
function quotedAt(text: string, from: number): Value {
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (CLOSING.test(character)) return { to: at + 1, valueTo: at + 1, value, quoted: true };
    const escaped = character === '\\' && /["“”„«»\\]/u.test(text.charAt(at + 1));
    if (escaped) at += 1;
    value += text.charAt(at);
  }
  return { to: text.length, valueTo: text.length, value, quoted: true };
}
