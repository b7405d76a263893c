'use client';

import { At } from '../ui/at';
import { useClock } from '../ui/clock';

/** By which clock this browser tells times. */
export function ViewersZone() {
  const { now, zone } = useClock();
  return (
    <p className="text-ink-2">
      Times are told in <b className="font-strong text-ink">{zone.replaceAll('_', ' ')}</b>, the
      zone of this device, where it is <At at={new Date(now).toISOString()} /> now.
    </p>
  );
}
