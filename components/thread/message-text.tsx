'use client';

import type { Piece } from './links';
import { piecesOf } from './links';

/** What somebody wrote, as they wrote it: their lines, their direction, and only safe links. */
export function MessageText({ body }: { body: string }) {
  return (
    <bdi dir="auto" className="block whitespace-pre-wrap text-message [overflow-wrap:anywhere]">
      {withKeys(piecesOf(body)).map(({ key, ...piece }) => (
        <PieceOfText key={key} {...piece} />
      ))}
    </bdi>
  );
}

function PieceOfText({ text, href, host }: Piece) {
  if (href === null) return text;
  return (
    <>
      <a
        href={href}
        title={href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
      >
        {text}
      </a>
      {host ? <span className="text-fact text-ink-3"> (goes to {host})</span> : null}
    </>
  );
}

function withKeys(pieces: readonly Piece[]): (Piece & { key: number })[] {
  return pieces.map((piece, key) => ({ ...piece, key }));
}
