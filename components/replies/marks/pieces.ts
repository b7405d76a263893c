import type { Range, Standing } from '@/lib/domain/replies/standing';
import { whereStrayed } from './strayed';

export type Mark = Range & { kind: 'kept' | 'strayed' };
export type Piece = { from: number; text: string; kind: Mark['kind'] | null };

/** The locked words that stand as they should, and where those are that do not. */
export function marksOf(text: string, standings: readonly Standing[]): Mark[] {
  const marks = standings.flatMap((standing): Mark[] => {
    if (standing.kind === 'gone') return [];
    const kept = standing.locked.map((range): Mark => ({ ...range, kind: 'kept' }));
    if (standing.kind === 'intact') return kept;
    const strayed = standing.missing.flatMap((words): Mark[] => {
      const range = whereStrayed(text, words);
      return range ? [{ ...range, kind: 'strayed' }] : [];
    });
    return [...kept, ...strayed];
  });
  return marks.toSorted((a, b) => a.from - b.from);
}

/** A text cut at its marks; of two that overlap the first holds. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, kind } of marks) {
    if (from < at) continue;
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), kind: null });
    pieces.push({ from, text: text.slice(from, to), kind });
    at = to;
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), kind: null });
  return pieces;
}
