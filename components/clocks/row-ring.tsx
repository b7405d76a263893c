'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { shareLeft } from '@/lib/domain/sla/share-left';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { lookOf, lookWords } from './look';
import { Ring } from './ring';
import { useNow } from './use-now';

/** What is left of the promise that is due next; nothing where there is none. */
export function RowRing({ row }: { row: ConversationRow }) {
  const { ring } = row;
  const { now, zone } = useNow(ring?.dueAt ?? null);
  if (ring === null) return null;
  const ticking = { ...row, ring };
  const words = lookWords(ticking, now, zone);
  return (
    <span role="img" aria-label={words} title={words}>
      <Ring share={shareLeft(ring, now)} look={lookOf(ticking, now)} />
    </span>
  );
}
