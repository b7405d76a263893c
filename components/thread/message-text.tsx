'use client';

import { useEffect, useState } from 'react';
import type { Named } from '@/lib/domain/conversation/mentions';
import { cutAtMentions } from '@/lib/domain/conversation/mentions';
import type { Piece } from './links';

/** What somebody wrote, as they wrote it: their lines, their direction, and only safe links. */
export function MessageText({
  body,
  people = nobody,
}: {
  body: string;
  people?: readonly Named[];
}) {
  const pieces = usePieces(body);
  return (
    <bdi dir="auto" className="block whitespace-pre-wrap text-message [overflow-wrap:anywhere]">
      {pieces.map((piece) => (
        <PieceOfText key={piece.start} people={people} {...piece} />
      ))}
    </bdi>
  );
}

const nobody: readonly Named[] = [];

function PieceOfText({ text, href, host, people }: Piece & { people: readonly Named[] }) {
  if (href === null) return people.length === 0 ? text : <Mentions text={text} people={people} />;
  return (
    <>
      <a
        href={href}
        title={href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
      >
        <bdi>{text}</bdi>
      </a>
      {host ? <span className="text-fact text-ink-3"> (goes to {host})</span> : null}
    </>
  );
}

/** Names that call somebody stand out, also without colour. */
function Mentions({ text, people }: { text: string; people: readonly Named[] }) {
  return cutAtMentions(text, people).map(({ start, text: piece, memberIds }) =>
    memberIds.length === 0 ? (
      piece
    ) : (
      <span
        key={start}
        data-mention
        className="rounded-sm bg-amber-wash px-0.5 font-strong text-amber-ink"
      >
        {piece}
      </span>
    ),
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
