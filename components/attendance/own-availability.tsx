'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { availabilityAt, standingInWords } from '@/lib/domain/routing/availability';
import { shiftAt } from '@/lib/domain/routing/shift';
import type { AttendanceView } from '@/lib/queries/attendance/views';
import { membersQuery } from '../inbox/queries';
import { useClock } from '../ui/clock';
import { AvailabilityChoice } from './availability-choice';
import { chooseFor, useChoosing } from './choosing';
import { useSetOwn } from './set-own';
import { StandingDot } from './standing-dot';
import type { Standee } from './standings';
import { statedInWords } from './stated';
import { useOwnStanding } from './use-attendance';

/** What one says of oneself, one's teams' hours, and the way to say something else. */
export function OwnAvailability() {
  const { own, view, time } = useOwnStanding();
  const { now } = useClock();
  const set = useSetOwn();
  const [problem, setProblem] = useState<string>();
  const choosing = useChoosing();
  // The place is kept while it is read, so that nothing below it moves.
  if (!(own && view)) return <div className="h-28" />;
  const stated = { availability: own.availability, reason: own.reason, until: own.until };
  const holds = availabilityAt(own, now);
  const shown =
    holds === own.availability ? stated : { availability: holds, reason: null, until: null };
  return (
    <section aria-label="Whether you take new work" className="grid gap-1.5">
      <p role="status" className="flex items-start gap-2 font-strong">
        <StandingDot kind={holds} className="mt-1" />
        <span className="min-w-0 wrap-anywhere">{statedInWords(shown, time)}</span>
      </p>
      {holds === 'available' ? null : <SaidBy own={own} />}
      <Hours view={view} now={now} time={time} />
      <AvailabilityChoice
        now={holds}
        hours={own.hours}
        choosing={choosing}
        problem={problem}
        onChoosing={chooseFor}
        onSet={(wanted) => {
          void set(wanted).then((why) => {
            setProblem(why);
            if (why === undefined) chooseFor(null);
          });
        }}
      />
      <p className="text-fact text-ink-3">
        Without an open window, or signed out, you count as not here after a minute. What you say
        above stays as it is.
      </p>
    </section>
  );
}

function SaidBy({ own: { by } }: { own: Standee }) {
  const { data: members } = useQuery(membersQuery);
  if (by === null) return null;
  const name = members?.find(({ id }) => id === by)?.name ?? 'A lead';
  return (
    <p className="text-fact text-ink-2">
      <bdi>{name}</bdi> said so for you.
    </p>
  );
}

function Hours({
  view: { teams },
  now,
  time,
}: {
  view: AttendanceView;
  now: number;
  time: (at: string) => string;
}) {
  const withHours = teams.filter(({ hours }) => hours !== null);
  if (withHours.length === 0) return null;
  return (
    <ul aria-label="Hours of your teams" className="text-fact text-ink-2">
      {withHours.map(({ id, name, hours }) => (
        <li key={id}>
          <bdi>{name}</bdi>: {hoursInWords(shiftAt(hours, now), time)}
        </li>
      ))}
    </ul>
  );
}

function hoursInWords(
  { on, until }: ReturnType<typeof shiftAt>,
  time: (at: string) => string,
): string {
  if (on) return until === null ? 'open' : `open until ${time(until)}`;
  return standingInWords({ kind: 'off_shift', until, reason: null }, time);
}
