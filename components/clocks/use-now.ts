'use client';

import { useEffect, useState } from 'react';
import { useClock } from '../ui/clock';

const mostWaitMs = 2 ** 31 - 1;

/** The shared clock, and one more step at the very instant at which something is due. */
export function useNow(dueAt: string | null) {
  const { now, zone } = useClock();
  const [reached, setReached] = useState(0);
  const due = dueAt === null ? 0 : Date.parse(dueAt);
  useEffect(() => {
    const waitMs = due - Date.now();
    if (waitMs <= 0 || waitMs > mostWaitMs) return;
    const timer = setTimeout(() => setReached(due), waitMs);
    return () => clearTimeout(timer);
  }, [due]);
  return { now: Math.max(now, reached), zone };
}
