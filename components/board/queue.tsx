'use client';

import type { BoardQueue } from '@/lib/queries/board/views';
import { Button } from '../ui/button';
import { CardList } from './card-list';
import { useDrop, useHands } from './hands';

/** What nobody has, the most urgent first. A card that is dropped here is nobody's again. */
export function Queue({ queue, onHandOut }: { queue: BoardQueue; onHandOut: () => void }) {
  const { able } = useHands();
  const drop = useDrop(null);
  const { cards, total } = queue;
  const more = total - cards.length;
  return (
    <section
      {...drop}
      aria-labelledby="board-queue"
      className="grid min-h-full content-start gap-2 p-3 data-[over=true]:bg-chosen"
    >
      {/* On a phone the tab above says so already. */}
      <div className="flex items-center gap-2 pane:h-8">
        <h2 id="board-queue" className="font-title text-title max-pane:sr-only">
          To give out
        </h2>
        <span className="text-ink-2 tabular-nums max-pane:sr-only">
          {total >= 1000 ? '1000+' : total}
        </span>
        <span className="flex-1" />
        {able && total > 0 ? <Button onClick={onHandOut}>Hand out…</Button> : null}
      </div>
      {cards.length === 0 ? (
        <p className="text-ink-2">Everything that is open has somebody.</p>
      ) : (
        <CardList label="To give out, the most urgent first" cards={cards} />
      )}
      {more > 0 ? (
        <p className="text-fact text-ink-3">
          {more} more {more === 1 ? 'comes' : 'come'} up as these are given out.
        </p>
      ) : null}
    </section>
  );
}
