'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import type { ReactNode } from 'react';
import { createContext, use, useEffect, useState } from 'react';
import { whole } from '../shell/drawn';
import { exactTime, relativeTime } from './time';

type Clock = { now: number; zone: string };

const ClockContext = createContext<Clock>({ now: 0, zone: 'UTC' });
const tickMs = 15_000;
/** The mark on the browser's timeline from which on the page answers whatever is done to it. */
const pageIsWhole = 'porchlight:whole';

/**
 * The time and zone by which everything on the screen is told. It starts with what the server used,
 * so that the first render agrees with the page, and then goes with the viewer's own clock.
 */
export function ClockProvider({ now, zone, children }: Clock & { children: ReactNode }) {
  const [clock, setClock] = useState<Clock>({ now, zone });

  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is not everywhere yet
    document.cookie = `zone=${encodeURIComponent(here)}; path=/; max-age=31536000; samesite=lax`;
    const tick = () => setClock({ now: Date.now(), zone: here });
    let timer: ReturnType<typeof setInterval> | undefined;
    let over = false;
    void whole().then(() => {
      if (over) return;
      performance.mark(pageIsWhole);
      tick();
      timer = setInterval(tick, tickMs);
    });
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);

  return <ClockContext value={clock}>{children}</ClockContext>;
}

export function useClock(): Clock {
  return use(ClockContext);
}

/** "6 min", with the exact time on hover. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const { now, zone } = useClock();
  return (
    <time dateTime={at} title={exactTime(at, zone)} className={className}>
      {relativeTime(at, now, zone)}
    </time>
  );
}
