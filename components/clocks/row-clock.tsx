'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { shareLeft } from '@/lib/domain/sla/ring';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { Ago } from '../ui/clock';
import { exactTime } from '../ui/time';
import type { RingLook } from './look';
import { lookOf, lookWords, spanOf } from './look';
import { Ring } from './ring';
import { useNow } from './use-now';

type Props = { row: ConversationRow; asTime?: true };

/** The promise of a row that is due next: as a ring that empties, or as the time that is left. */
export function RowClock({ row, asTime }: Props) {
  return asTime ? <RowDue row={row} /> : <RowRing row={row} />;
}

/** What is left of the promise that is due next; nothing where there is none. */
function RowRing({ row }: { row: ConversationRow }) {
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

/** In a list by what is due next, the time that it goes by: how long until it is due, or how late it is. */
function RowDue({ row }: { row: ConversationRow }) {
  const { ring, dueAt } = row;
  const { now, zone } = useNow(ring?.dueAt ?? null);
  if (ring === null || dueAt === null) return <Ago at={row.lastMessageAt} className={line} />;
  const look = lookOf({ ...row, ring }, now);
  const ahead = Date.parse(dueAt) - now;
  return (
    <time
      dateTime={dueAt}
      title={exactTime(dueAt, zone)}
      className={`${line} ${tones[look] ?? ''}`}
    >
      {ahead > 0 ? spanOf(ahead) : `late ${spanOf(-ahead)}`}
    </time>
  );
}

const line = 'pt-0.5 tabular-nums';
const tones: Partial<Record<RingLook, string>> = {
  due: 'font-strong text-amber-ink',
  broken: 'font-strong text-breach',
};
