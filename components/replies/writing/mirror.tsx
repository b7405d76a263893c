import { clsx } from 'clsx';
import type { RefObject } from 'react';
import type { Piece } from './marks';

/** The look that the field and what is drawn behind it share, to the pixel. */
export const wordsLook =
  'col-start-1 row-start-1 min-h-32 w-full whitespace-pre-wrap rounded-sm border border-transparent px-3 py-2.5 text-message [overflow-wrap:anywhere]';

/** Behind the field: the same words, unseen, with locked parts, variables and mistakes tinted. It gives the field its height. */
export function Mirror({
  pieces,
  anchorAt,
  anchor,
}: {
  pieces: readonly Piece[];
  /** The place in the body that something is to stand under. */
  anchorAt: number;
  anchor: RefObject<HTMLSpanElement | null>;
}) {
  return (
    <div aria-hidden dir="auto" className={clsx(wordsLook, 'pointer-events-none text-transparent')}>
      {pieces.map((piece) => (
        <span key={piece.from} className={lookOf(piece)}>
          <Cut piece={piece} at={anchorAt} anchor={anchor} />
        </span>
      ))}
      {/* A line break at the end has no height of its own. */}
      {'\u200b'}
      {anchorAt >= lengthOf(pieces) ? <span ref={anchor} /> : null}
    </div>
  );
}

function Cut({
  piece: { text, from },
  at,
  anchor,
}: {
  piece: Piece;
  at: number;
  anchor: RefObject<HTMLSpanElement | null>;
}) {
  if (at < from || at >= from + text.length) return text;
  const cut = at - from;
  return (
    <>
      {text.slice(0, cut)}
      <span ref={anchor}>{text.slice(cut, cut + 2)}</span>
      {text.slice(cut + 2)}
    </>
  );
}

function lookOf({ locked, variable, wrong }: Piece): string {
  return clsx(
    locked && !variable && 'rounded-[3px] bg-chosen',
    variable && 'rounded-[3px] bg-found',
    wrong &&
      'underline decoration-2 decoration-amber-ink decoration-wavy underline-offset-4 [text-decoration-skip-ink:none]',
  );
}

function lengthOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last ? last.from + last.text.length : 0;
}
