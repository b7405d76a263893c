'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleQuestionMark, UserRoundPlus } from 'lucide-react';
import { useRef } from 'react';
import type { BoardCard as Shown } from '@/lib/queries/board/views';
import { RowClock } from '../clocks/row-clock';
import { PriorityMark } from '../inbox/priority-mark';
import { labelsQuery, teamsQuery } from '../inbox/queries';
import { IconButton } from '../ui/button';
import { useClock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { SoftLink } from '../ui/soft-link';
import { relativeTime, untilTime } from '../ui/time';
import { useHands } from './hands';
import { intentNames } from './words';

/** A conversation on the board: who, their last line, and why it cannot wait. It can be dragged to somebody. */
export function Card({ card, reachable }: { card: Shown; reachable: boolean }) {
  const { able, drag, dragged, ask, explain } = useHands();
  const box = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={box}
      data-card={card.id}
      data-dragged={dragged?.id === card.id}
      className="group/card relative rounded-md border border-line bg-panel hover:border-line-strong data-[dragged=true]:opacity-50"
    >
      <SoftLink
        href={`/inbox/all/${card.id}`}
        draggable={able}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', card.contactName);
          drag(card);
        }}
        onDragEnd={() => drag(null)}
        tabIndex={reachable ? 0 : -1}
        className={`grid gap-0.5 rounded-md px-2.5 py-2 ${able || card.routed ? 'pr-10' : ''}`}
      >
        <span className="flex min-w-0 items-center gap-1.5">
          <bdi className="truncate font-strong">{card.contactName}</bdi>
          {card.unread ? <span className="sr-only">Unread. </span> : null}
          <span className="flex-1" />
          <PriorityMark priority={card.priority} />
          <RowClock row={card} />
        </span>
        <span className="truncate text-ink-2">
          <bdi>{card.preview}</bdi>
        </span>
        <Facts card={card} />
      </SoftLink>
      {able ? (
        <IconButton
          label={`Give ${card.contactName} to…`}
          tabIndex={-1}
          onClick={() => box.current && ask(card, box.current)}
          className="absolute top-1 right-1 size-8 opacity-70 hover:opacity-100"
        >
          <UserRoundPlus aria-hidden size={15} />
        </IconButton>
      ) : null}
      {card.routed ? (
        <IconButton
          label={`${card.ownerId === null ? 'Why nobody gets' : 'Why they got'} ${card.contactName}`}
          aria-haspopup="dialog"
          tabIndex={reachable ? 0 : -1}
          onClick={() => explain(card)}
          className="absolute right-1 bottom-1 size-8 opacity-70 hover:opacity-100"
        >
          <CircleQuestionMark aria-hidden size={15} />
        </IconButton>
      ) : null}
    </div>
  );
}

function Facts({ card }: { card: Shown }) {
  const { teamId } = useHands();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  const team = teamId === null ? teams.find(({ id }) => id === card.teamId) : undefined;
  const shown = labels.filter(({ id }) => card.labelIds.includes(id));
  return (
    <span className="flex min-h-4 min-w-0 items-center gap-1.5 overflow-hidden whitespace-nowrap text-fact text-ink-3">
      {card.kind === 'public' ? <Public /> : null}
      <Standing card={card} />
      {card.intent ? <span className="shrink-0 text-ink-2">{intentNames[card.intent]}</span> : null}
      {team ? <bdi className="truncate">{team.name}</bdi> : null}
      {shown.map(({ id, name, colour }) => (
        <span key={id} className="flex min-w-0 items-center gap-1 text-ink-2">
          <span
            aria-hidden
            data-label={colour}
            className="label-mark size-2 shrink-0 rounded-full"
          />
          <bdi className="truncate">{name}</bdi>
        </span>
      ))}
      {card.routed && card.ownerId !== null ? (
        <span className="shrink-0">by the router</span>
      ) : null}
    </span>
  );
}

function Public() {
  return (
    <span
      className="flex shrink-0 items-center gap-1 text-(--public-ink)"
      title="Everyone can read this"
    >
      <Icon name="globe" size={12} />
      Public
    </span>
  );
}

function Standing({ card }: { card: Shown }) {
  const { now, zone } = useClock();
  const words = standingWords(card, now, zone);
  return words ? (
    <span className={`shrink-0 tabular-nums ${card.status === 'open' ? 'text-amber-ink' : ''}`}>
      {words}
    </span>
  ) : null;
}

function standingWords(
  { status, waitingSince, snoozedUntil }: Shown,
  now: number,
  zone: string,
): string | null {
  if (status === 'waiting') return 'waiting on them';
  if (status === 'on_hold') return 'on hold';
  if (snoozedUntil !== null) return `until ${untilTime(snoozedUntil, now, zone)}`;
  return waitingSince === null ? null : `waits ${relativeTime(waitingSince, now, zone)}`;
}
