'use client';

import { standingInWords } from '@/lib/domain/routing/availability';
import { StandingDot } from './standing-dot';
import { useOwnStanding } from './use-attendance';

/** How one stands, at one's own face. */
export function OwnDot() {
  const { own, time } = useOwnStanding();
  if (!own) return null;
  // Whoever sees this has a window open, whatever was last written down.
  const kind = own.standing.kind === 'gone' ? 'available' : own.standing.kind;
  return (
    <span className="absolute right-0 bottom-0 grid place-items-center rounded-full bg-sunken p-0.5">
      <StandingDot kind={kind} />
      <span id="own-standing" className="sr-only">
        You are {standingInWords({ ...own.standing, kind }, time)}
      </span>
    </span>
  );
}
