'use client';

import { clsx } from 'clsx';
import { lazy, useState } from 'react';
import { shareLeft } from '@/lib/domain/sla/ring';
import { Late } from '../shell/late';
import { useShortcut } from '../shell/shortcuts';
import type { Conversation } from '../thread/conversation';
import { Button } from '../ui/button';
import type { RingLook } from './look';
import { lookOf, lookWords, spanOf } from './look';
import { Ring } from './ring';
import { useNow } from './use-now';

const PromisesSheet = lazy(() =>
  import('./promises-sheet').then((loaded) => ({ default: loaded.PromisesSheet })),
);

const tones: Partial<Record<RingLook, string>> = {
  due: 'text-amber-ink hover:text-amber-ink',
  broken: 'text-breach hover:text-breach',
};

/** The promise that is due next, as the list shows it, and the way to all of them and their working. */
export function HeaderClock({ conversation }: { conversation: Conversation }) {
  const { ring, breachedAt } = conversation;
  const { now, zone } = useNow(ring?.dueAt ?? null);
  const [open, setOpen] = useState(false);
  useShortcut('promises', () => setOpen(true));
  const ticking = ring && { ...conversation, ring };
  const look = ticking ? lookOf(ticking, now) : 'void';
  const due = ring?.dueAt ?? breachedAt;
  return (
    <>
      {ticking ? (
        <Button
          tone="quiet"
          aria-label={`${lookWords(ticking, now, zone)}. Show the working`}
          title={`${lookWords(ticking, now, zone)}. Show the working.`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
          className={clsx('px-1.5 tabular-nums', tones[look])}
        >
          <Ring share={shareLeft(ticking.ring, now)} look={look} />
          <span className="@[640px]:inline hidden">{chipWords(look, due, now)}</span>
        </Button>
      ) : null}
      {open ? (
        <Late>
          <PromisesSheet conversation={conversation} first={null} onClose={() => setOpen(false)} />
        </Late>
      ) : null}
    </>
  );
}

/** Short: a long name and its marks stand beside it. */
function chipWords(look: RingLook, due: string | null, now: number) {
  if (look === 'stands' || due === null) return 'stands';
  const aheadMs = Date.parse(due) - now;
  return look === 'broken' ? `late ${spanOf(-aheadMs)}` : spanOf(aheadMs);
}
