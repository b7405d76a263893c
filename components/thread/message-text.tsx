'use client';

import { useEffect, useState } from 'react';
import type { Piece } from './links';

/** What somebody wrote, as they wrote it: their lines, their direction, and only safe links. */
export function MessageText({ body }: { body: string }) {
  const pieces = usePieces(body);
  return (
    <bdi dir="auto" className="block whitespace-pre-wrap text-message [overflow-wrap:anywhere]">
      {pieces.map((piece) => (
        <PieceOfText key={piece.start} {...piece} />
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

type Cut = (text: string) => Piece[];

const mayHoldLink = /[^\s.]\.[^\s.]|@|:\/\//u;
let loaded: Cut | null = null;

/** What finds links is fetched when the first text comes that may hold one: most hold none. */
function usePieces(body: string): Piece[] {
  const [cut, setCut] = useState<Cut | null>(() => loaded);
  const needed = mayHoldLink.test(body);

  useEffect(() => {
    if (!needed || cut) return;
    let here = true;
    void import('./links').then(({ piecesOf }) => {
      loaded = piecesOf;
      if (here) setCut(() => piecesOf);
    });
    return () => {
      here = false;
    };
  }, [needed, cut]);

  return needed && cut ? cut(body) : [{ text: body, href: null, host: null, start: 0 }];
}
