'use client';

import { useClock } from './clock';
import { clockTime, exactTime } from './time';

/** "14:09", with the exact time on hover. */
export function At({ at, className }: { at: string; className?: string }) {
  const { zone } = useClock();
  return (
    <time dateTime={at} title={exactTime(at, zone)} className={className}>
      {clockTime(at, zone)}
    </time>
  );
}
