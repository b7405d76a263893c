'use client';

import { useClock } from '../ui/clock';
import { clockTime, exactTime } from '../ui/time';
import { momentOf } from './look';
import { momentAfter } from './moment-after';
import { placeOf } from './target-words';

/** An instant in the viewer's zone, and in the calendar's where that reads otherwise. */
export function Moment({ at, timeZone }: { at: string; timeZone: string | null }) {
  const { zone } = useClock();
  return (
    <span className="tabular-nums">
      <Here at={at} />
      <There times={[at]} zone={zone} timeZone={timeZone} />
    </span>
  );
}

/** From one instant to another; to none is until now. */
export function Span({
  from,
  to,
  timeZone,
}: {
  from: string;
  to: string | null;
  timeZone: string | null;
}) {
  const { zone } = useClock();
  return (
    <span className="tabular-nums">
      <Here at={from} />
      {to === null ? ' until now' : ' to '}
      {to === null ? null : <Here at={to} after={from} />}
      <There times={to === null ? [from] : [from, to]} zone={zone} timeZone={timeZone} />
    </span>
  );
}

function Here({ at, after }: { at: string; after?: string }) {
  const { now, zone } = useClock();
  return (
    <time dateTime={at} title={exactTime(at, zone)}>
      {after === undefined ? momentOf(at, now, zone) : momentAfter(after, at, now, zone)}
    </time>
  );
}

function There({
  times,
  zone,
  timeZone,
}: {
  times: readonly string[];
  zone: string;
  timeZone: string | null;
}) {
  if (timeZone === null || times.every((at) => clockTime(at, timeZone) === clockTime(at, zone))) {
    return null;
  }
  return (
    <span className="text-ink-3">
      {' '}
      ({times.map((at) => clockTime(at, timeZone)).join(' to ')} in {placeOf(timeZone)})
    </span>
  );
}
