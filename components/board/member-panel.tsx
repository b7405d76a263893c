'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useId, useState } from 'react';
import type { Ring as Ticking } from '@/lib/domain/sla/ring';
import { shareLeft } from '@/lib/domain/sla/ring';
import type { BoardMember, NextDue } from '@/lib/queries/board/views';
import { lookOf, lookWords, spanOf } from '../clocks/look';
import { metricNames } from '../clocks/metric-names';
import { Ring } from '../clocks/ring';
import { useNow } from '../clocks/use-now';
import { Button } from '../ui/button';
import { Ago, useClock } from '../ui/clock';
import { Face } from '../ui/face';
import { CardList } from './card-list';
import { useDrop, useHands } from './hands';
import { LoadBar } from './load-bar';
import { memberWorkQuery } from './queries';
import { beingWords, heldWords, lightOf } from './words';

/** A member: whether they are here, how full they are, what presses, and on demand all that they have. */
export function MemberPanel({ member, onHandOut }: { member: BoardMember; onHandOut: () => void }) {
  const [open, setOpen] = useState(false);
  const { able } = useHands();
  const drop = useDrop(member.id);
  const [nameId, workId] = [useId(), useId()];
  const held = member.open + member.onHold + member.waiting + member.snoozed;
  return (
    <section
      {...drop}
      aria-labelledby={nameId}
      className="grid content-start gap-2 rounded-lg border border-line bg-paper p-3 data-[over=true]:border-focus data-[over=true]:bg-chosen data-[wanted=true]:border-dashed data-[wanted=true]:border-line-strong"
    >
      <div className="flex items-center gap-2.5">
        <Face id={member.id} name={member.name} />
        <div className="min-w-0 flex-1">
          <h3 id={nameId} className="truncate font-strong">
            <bdi>{member.name}</bdi>
          </h3>
          <Being member={member} />
        </div>
      </div>
      <LoadBar name={member.name} load={member.load} capacity={member.capacity} />
      <p className="flex flex-wrap items-center gap-x-3 text-fact text-ink-2 tabular-nums">
        <span>{heldWords(member)}</span>
        {member.oldestWaiting ? (
          <span className="text-amber-ink">
            longest waits <Ago at={member.oldestWaiting} />
          </span>
        ) : null}
        {member.next ? <Next due={member.next} /> : null}
      </p>
      {held > 0 ? (
        <div className="-mx-1 flex flex-wrap gap-1">
          <Button
            tone="quiet"
            aria-expanded={open}
            {...(open ? { 'aria-controls': workId } : {})}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide' : 'Show'} their work
            <span className="sr-only"> of {member.name}</span>
          </Button>
          {able ? (
            <Button tone="quiet" onClick={onHandOut}>
              Hand it all out…<span className="sr-only"> of {member.name}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
      {open && held > 0 ? (
        <div id={workId}>
          <TheirWork member={member} />
        </div>
      ) : null}
    </section>
  );
}

const lights = {
  on: 'bg-met',
  busy: 'bg-amber',
  off: 'border border-ink-3',
};

function Being({ member }: { member: BoardMember }) {
  const { now, zone } = useClock();
  return (
    <p className="flex items-center gap-1.5 text-fact text-ink-2">
      <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', lights[lightOf(member)])} />
      <span className="truncate">
        <bdi>{beingWords(member, now, zone)}</bdi>
      </span>
    </p>
  );
}

/** "First response due in 12 min", "Resolution late 3 h". */
function dueWords(metric: Ticking['metric'], dueAt: string | null, now: number): string {
  const name = metricNames[metric];
  if (dueAt === null) return `${name} stands`;
  const aheadMs = Date.parse(dueAt) - now;
  return aheadMs > 0 ? `${name} due in ${spanOf(aheadMs)}` : `${name} late ${spanOf(-aheadMs)}`;
}

/** What of theirs is due next: it breaks at the second, whatever is heard of it. */
function Next({ due: { ring, ...due } }: { due: NextDue }) {
  const { now, zone } = useNow(due.dueAt);
  if (ring === null) return null;
  const ticking = { ...due, ring };
  return (
    <span className="flex items-center gap-1.5" title={lookWords(ticking, now, zone)}>
      <Ring share={shareLeft(ring, now)} look={lookOf(ticking, now)} />
      {dueWords(ring.metric, due.dueAt, now)}
    </span>
  );
}

function TheirWork({ member }: { member: BoardMember }) {
  const { data: cards, isError } = useQuery(memberWorkQuery(member.id));
  if (isError) return <p className="text-ink-2">Their work cannot be read just now.</p>;
  return cards ? <CardList label={`Work of ${member.name}`} cards={cards} /> : null;
}
