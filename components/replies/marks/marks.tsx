'use client';

import { clsx } from 'clsx';
import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useReplyStanding } from '../../composer/reply-standing';
import { marksOf, piecesOf } from './pieces';
import { keepAlike, scrollAlike } from './same';

/** Behind the field: its words once more, unseen, with what is locked tinted and what was changed in it underlined. */
export function Marks({
  field,
  conversationId,
  text,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  conversationId: string;
  text: string;
}) {
  const mirror = useRef<HTMLDivElement>(null);
  const standings = useReplyStanding(conversationId, text).map(({ standing }) => standing);
  useLayoutEffect(() => {
    if (field.current && mirror.current) return keepAlike(field.current, mirror.current);
    return undefined;
  }, [field]);
  // The field scrolls by itself as its words grow; after that, in the same frame.
  useLayoutEffect(() => {
    if (text !== '' && field.current && mirror.current) scrollAlike(field.current, mirror.current);
  }, [field, text]);
  return (
    <div
      ref={mirror}
      aria-hidden
      dir="auto"
      data-reply-marks
      className="pointer-events-none absolute top-0 left-0 overflow-hidden whitespace-pre-wrap px-3 pt-2 pb-0.5 text-message text-transparent [overflow-wrap:break-word]"
    >
      {piecesOf(text, marksOf(text, standings)).map(({ from, text: words, kind }) => (
        <span
          key={from}
          data-mark={kind ?? undefined}
          className={clsx(
            kind === 'kept' && 'rounded-[3px] bg-chosen',
            kind === 'strayed' &&
              'underline decoration-2 decoration-breach decoration-dashed underline-offset-4 [text-decoration-skip-ink:none]',
          )}
        >
          {words}
        </span>
      ))}
      {/* A line break at the end has no height of its own. */}
      {'\u200b'}
    </div>
  );
}
