'use client';

import { useEffect, useState } from 'react';
import type { Calendar } from '@/lib/domain/sla/calendar';
import { dateOf, dayOf, whyNotCalendar } from '@/lib/domain/sla/calendar';
import { formatDuration, parseDuration, whyNotDuration } from '@/lib/domain/sla/duration';
import { readClock } from '@/lib/domain/sla/hours';
import { useClock } from '../ui/clock';
import { box, ClockField } from './clock-field';
import type { Due } from './due';
import { dateIn, momentIn } from './moment';
import { WeekPicture } from './week-picture';

/** What these hours mean for one message, computed by what will count it. Nothing here is saved. */
export function TryIt({ calendar }: { calendar: Calendar }) {
  const { now } = useClock();
  const [date, setDate] = useState<string>();
  const [clock, setClock] = useState('16:45');
  const [howLong, setHowLong] = useState('1 h');
  const shownDate = date ?? nextFriday(dateIn(calendar.timeZone, now));
  const seconds = parseDuration(howLong);
  const why = whyNotDuration(howLong);
  return (
    <section
      aria-labelledby="try-it"
      className="grid gap-4 rounded-lg border border-line bg-panel p-4"
    >
      <div>
        <h2 id="try-it" className="font-title text-title">
          What it means
        </h2>
        <p className="text-fact text-ink-3">Told by the clocks of these hours. Nothing is saved.</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-ink-2">
        <span>A message on</span>
        <input
          type="date"
          aria-label="Day of the message"
          value={shownDate}
          onChange={({ target }) => setDate(target.value || undefined)}
          className={box}
        />
        <span>at</span>
        <ClockField
          label="Time of the message"
          value={clock}
          isWrong={readClock(clock) === null}
          onChange={setClock}
        />
        <span>with</span>
        <input
          aria-label="Time to answer"
          value={howLong}
          onChange={({ target }) => setHowLong(target.value)}
          className={`${box} w-24`}
          {...(why ? { 'aria-invalid': true } : {})}
        />
        <span>to answer</span>
      </div>
      <Sentence
        calendar={calendar}
        date={shownDate}
        clock={readClock(clock)}
        seconds={why === null ? seconds : null}
      />
      <WeekPicture weekly={calendar.weekly} />
    </section>
  );
}

function Sentence({
  calendar,
  date,
  clock,
  seconds,
}: {
  calendar: Calendar;
  date: string;
  clock: string | null;
  seconds: number | null;
}) {
  const due = useDue(calendar, date, clock, seconds);
  return (
    <p aria-live="polite" className="min-h-15">
      {due && seconds !== null ? (
        <Said due={due} zone={calendar.timeZone} seconds={seconds} />
      ) : (
        why(calendar)
      )}
    </p>
  );
}

function Said({
  due: { wrote, begins, due },
  zone,
  seconds,
}: {
  due: Due;
  zone: string;
  seconds: number;
}) {
  return (
    <>
      A message on {momentIn(zone, wrote)} with{' '}
      <span className="whitespace-nowrap">{formatDuration(seconds)}</span> to answer would be due{' '}
      <b className="font-strong">{momentIn(zone, due)}</b>.
      {begins > wrote ? (
        <span className="text-ink-2"> Its time begins {momentIn(zone, begins)}.</span>
      ) : null}
    </>
  );
}

function why(calendar: Calendar): string {
  return (
    whyNotCalendar(calendar) ?? 'Choose a day, a time such as 16:45 and how long, such as 1 h.'
  );
}

/** The rule is fetched once somebody is here. */
function useDue(
  calendar: Calendar,
  date: string,
  clock: string | null,
  seconds: number | null,
): Due | null {
  const [rule, setRule] = useState<typeof import('./due')>();
  useEffect(() => {
    void import('./due').then(setRule);
  }, []);
  if (!rule || clock === null || seconds === null) return null;
  return rule.dueAt(calendar, { date, clock, seconds });
}

function nextFriday(today: string): string {
  const day = dayOf(today);
  // 1970-01-01 was a Thursday.
  return dateOf(day + ((7 - ((day + 6) % 7)) % 7));
}
