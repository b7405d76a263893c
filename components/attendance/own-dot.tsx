'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { standingInWords } from '@/lib/domain/routing/availability';
import { StandingDot } from './standing-dot';
import { useOwnStanding } from './use-attendance';

const wordsId = 'own-standing';

/** How one stands, at one's own face on the rail, which is there before this is. */
export function OwnDot() {
  const { own, time } = useOwnStanding();
  const button = useAccountButton();
  if (!(own && button)) return null;
  // Whoever sees this has a window open, whatever was last written down.
  const kind = own.standing.kind === 'gone' ? 'available' : own.standing.kind;
  return createPortal(
    <span className="absolute right-0 bottom-0 grid place-items-center rounded-full bg-sunken p-0.5">
      <StandingDot kind={kind} />
      <span id={wordsId} className="sr-only">
        You are {standingInWords({ ...own.standing, kind }, time)}
      </span>
    </span>,
    button,
  );
}

/** It is drawn with the shell, and this after it. */
function useAccountButton(): Element | null {
  const [button] = useState(() => document.querySelector('button[popovertarget=account]'));
  useEffect(() => {
    // Here and not where it is drawn: the first page knows nothing of this.
    button?.classList.add('relative');
    button?.setAttribute('aria-describedby', wordsId);
  }, [button]);
  return button;
}
