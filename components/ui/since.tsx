'use client';

import { Ago, useClock } from './clock';
import { relativeTime } from './time';

/** "2 min ago", or the day when it is long past. */
export function Since({ at }: { at: string }) {
  const { now, zone } = useClock();
  const isSpan = /^\d+ (min|h|d)$/.test(relativeTime(at, now, zone));
  return (
    <>
      <Ago at={at} />
      {isSpan ? ' ago' : null}
    </>
  );
}
