'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { toast } from '../ui/toast';
import type { OpenConversation } from './conversation';
import { isAtEnd } from './keep-place';
import { markRead } from './read-marks';
import type { NewRange } from './unread';
import { justBefore, newestOfTheirs, readUpToAtEnd } from './unread';

/** Whoever flicks through conversations has not read them. */
const readingMs = 500;

export type Reading = {
  /** What was new when it was opened, or was made so since: there stands "New". */
  newIn: NewRange | null;
  /** Made unread by hand: it stays so until it is opened again. */
  held: boolean;
  markUnreadFrom: (at: string | null) => void;
};

/** What of a conversation is new to this person. */
export function useReading({ conversation, messages, fresh }: OpenConversation): Reading {
  const client = useQueryClient();
  const { id, readUpTo } = conversation;
  const newest = newestOfTheirs(messages)?.at;
  const rangeAfter = (after: string | null) => (newest ? { after, until: newest } : null);
  const [newIn, setNewIn] = useState<NewRange | null>(() => rangeAfter(readUpTo));
  const [held, setHeld] = useState(false);
  // It opens as it was last seen; what is new since then comes a moment later.
  const [settled, setSettled] = useState(fresh);
  if (fresh && !settled) {
    setSettled(true);
    setNewIn(rangeAfter(readUpTo));
  }

  function markUnreadFrom(at: string | null) {
    const from = at ?? newest;
    if (!from) return;
    const mark = justBefore(from);
    setNewIn(rangeAfter(mark));
    setHeld(true);
    void markRead(client, id, { upTo: mark, unread: true });
    toast('Marked unread.', {
      undo: () => {
        setNewIn(rangeAfter(readUpTo));
        setHeld(false);
        return markRead(client, id, { upTo: readUpTo });
      },
    });
  }

  return { newIn, held, markUnreadFrom };
}

/** Reads: when the newest message has been in sight of somebody for a moment. */
export function useReadInSight(
  scroller: RefObject<HTMLElement | null>,
  { conversation, messages }: OpenConversation,
  { held }: Reading,
) {
  const client = useQueryClient();
  const { id, unread } = conversation;
  const upTo = readUpToAtEnd(messages);

  useEffect(() => {
    const view = scroller.current;
    if (!view || !unread || held || upTo === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const inSight = () => document.visibilityState === 'visible' && isAtEnd(view);
    function look() {
      clearTimeout(timer);
      if (inSight()) timer = setTimeout(read, readingMs);
    }
    function read() {
      if (inSight()) void markRead(client, id, { upTo: upTo ?? null });
    }
    look();
    view.addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      view.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [scroller, client, id, unread, held, upTo]);
}
