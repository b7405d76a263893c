import type { Operator } from './operators';
import { quoteIfNeeded } from './query';
import type { Piece } from './scan';
import { isOperator, scan } from './scan';

/** What the caret stands in, and which part of the text a suggestion would replace. */
export type Completion =
  | { kind: 'operator'; typed: string; from: number; to: number }
  | { kind: 'value'; operator: Operator; typed: string; from: number; to: number };

/** What can be suggested at the caret; null inside a phrase or a word that begins no operator. */
export function completionAt(text: string, caret: number): Completion | null {
  const at = Math.min(Math.max(caret, 0), text.length);
  const piece = scan(text).find(({ from, to }) => from < at && at <= to);
  if (piece === undefined) return { kind: 'operator', typed: '', from: at, to: at };
  if (piece.operator !== null && at >= piece.valueFrom) return valueAt(text, piece, at);
  return operatorAt(text, piece, at);
}

/** The text and caret after a suggestion is taken: the next word may be typed at once. */
export function complete(
  text: string,
  completion: Completion,
  choice: string,
): { text: string; caret: number } {
  const isValue = completion.kind === 'value';
  const inserted = isValue ? `${quoteIfNeeded(choice)} ` : `${choice}:`;
  const rest = text.slice(completion.to);
  const tail = isValue ? rest.replace(/^\s/u, '') : rest;
  const head = text.slice(0, completion.from) + inserted;
  return { text: head + tail, caret: head.length };
}

function valueAt(text: string, piece: Piece, at: number): Completion | null {
  const { operator, valueFrom, valueTo, quoted } = piece;
  if (operator === null || !isOperator(operator)) return null;
  const typed = text.slice(quoted ? valueFrom + 1 : valueFrom, Math.min(at, valueTo));
  return { kind: 'value', operator, typed, from: valueFrom, to: valueTo };
}

function operatorAt(text: string, piece: Piece, at: number): Completion | null {
  const from = piece.negated ? piece.from + 1 : piece.from;
  const typed = text.slice(from, at);
  if (piece.quoted && piece.operator === null) return null;
  if (!/^\p{L}*$/u.test(typed)) return null;
  const to = piece.operator === null ? piece.to : piece.valueFrom;
  return { kind: 'operator', typed: typed.toLowerCase(), from, to };
}
