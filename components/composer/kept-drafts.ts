'use client';

import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { DraftsView } from '@/lib/queries/inbox/thread-views';
import type { Mode } from './attempt';
import { keepDrafts } from './draft-keeper';
import { meet, shelfOf, useDraftId } from './drafts';
import { draftsQuery } from './queries';

type Mine = DraftsView['mine'][number];

/**
 * Keeps the drafts here and on the server together, both ways. Answers what colleagues have begun.
 */
export function useKeptDrafts(
  conversationId: string,
  mode: Mode,
  field: RefObject<HTMLTextAreaElement | null>,
): DraftsView['others'] {
  const id = useDraftId(conversationId);
  const { data } = useQuery(draftsQuery(conversationId));

  useEffect(() => keepDrafts(id), [id]);
  useEffect(() => {
    if (!data) return;
    const { mine } = data;
    const element = field.current;
    function takeIn() {
      for (const theirs of mine) {
        const before = theirs.mode === mode && document.activeElement === element;
        if (!(before && wouldSwap(id, theirs))) meet(id, theirs.mode, theirs);
      }
    }
    takeIn();
    element?.addEventListener('blur', takeIn);
    return () => element?.removeEventListener('blur', takeIn);
  }, [data, id, mode, field]);

  return data?.others ?? [];
}

/** Whether words that somebody has under their cursor would become other words. */
function wouldSwap(id: string, { mode, body }: Mine): boolean {
  const { drafts, known } = shelfOf(id);
  const here = drafts[mode].text;
  return here !== '' && body !== '' && here === known[mode].text && here !== body;
}
