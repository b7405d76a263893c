'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import type { Line } from './lines';
import { usedOrSaid } from './words';

export const listId = 'approved-replies';
export const optionId = (replyId: string) => `approved-reply-${replyId}`;

type Props = {
  lines: readonly Line[];
  more: number;
  at: number;
  intent: string | null;
  onPoint: (at: number) => void;
  onChoose: (line: Line) => void;
};

export function ReplyList({ lines, more, at, intent, onPoint, onChoose }: Props) {
  return (
    <div className="quiet-scroll min-h-0 overflow-y-auto border-line p-1.5 pane:border-r">
      <div role="listbox" id={listId} aria-label="Approved replies">
        {lines.map((line, index) => (
          <Option
            key={line.reply.id}
            line={line}
            active={index === at}
            intent={intent}
            onPoint={() => onPoint(index)}
            onChoose={() => onChoose(line)}
          />
        ))}
      </div>
      {more > 0 ? (
        <p className="px-2 pt-1.5 pb-1 text-fact text-ink-3">{more} more. Type on to find them.</p>
      ) : null}
    </div>
  );
}

function Option({
  line: { reply, words, why },
  active,
  intent,
  onPoint,
  onChoose,
}: {
  line: Line;
  active: boolean;
  intent: string | null;
  onPoint: () => void;
  onChoose: () => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys
    <div
      ref={row}
      id={optionId(reply.id)}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={why !== null}
      onPointerMove={active ? undefined : onPoint}
      onClick={onChoose}
      className={clsx(
        'grid cursor-default grid-cols-[minmax(0,1fr)_auto] scroll-my-1.5 gap-x-2 rounded-sm px-2 py-1.5',
        active && 'bg-chosen',
      )}
    >
      <bdi className={clsx('truncate', why === null ? 'font-strong' : 'text-ink-3')}>
        {reply.title}
      </bdi>
      <span aria-hidden className="text-fact text-ink-3">
        {active && why === null ? '↵' : ''}
      </span>
      <span className="col-span-2 truncate text-fact text-ink-3">
        {why ?? usedOrSaid(reply, intent, words.text)}
      </span>
    </div>
  );
}
