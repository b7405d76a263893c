'use client';

import { useClock } from '../ui/clock';
import { clockTime, exactTime, shortMoment } from '../ui/time';
import { momentOf } from './look';
import { placeOf } from './target-words';

/** An instant in the viewer's zone, and in the calendar's where that reads otherwise. */
export function Moment({
  at,
  timeZone,
  after,
}: {
  at: string;
  timeZone: string | null;
  /** Of the same day as this, the time is enough. */
  after?: string;
}) {
  const { now, zone } = useClock();
  const isSameDay = after !== undefined && dayOf(after, zone) === dayOf(at, zone);
  const there = timeZone !== null && clockTime(at, timeZone) !== clockTime(at, zone);
  return (
    <time
      dateTime={at}
      title={there ? `${exactTime(at, zone)}; ${exactTime(at, timeZone)}` : exactTime(at, zone)}
      className="tabular-nums"
    >
      {isSameDay ? clockTime(at, zone) : momentOf(at, now, zone)}
      {there ? (
        <span className="text-ink-3">
          {' '}
          ({clockTime(at, timeZone)} in {placeOf(timeZone)})
        </span>
      ) : null}
    </time>
  );
}

function dayOf(at: string, zone: string): string {
  return shortMoment(at, zone).split(',')[0] ?? '';
}
