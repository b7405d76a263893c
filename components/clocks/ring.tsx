'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import type { ReactNode } from 'react';
import type { RingLook } from './look';

const colours: Record<RingLook, string> = {
  running: 'text-ink-3',
  due: 'text-amber',
  broken: 'text-breach',
  stands: 'text-ink-3',
  met: 'text-met',
  void: 'text-ink-3',
};

const signs: Partial<Record<RingLook, ReactNode>> = {
  stands: <path d="M5.7 5v4M8.3 5v4" strokeWidth="1.3" />,
  met: <path d="M4.6 7.2l1.7 1.6 3.1-3.4" strokeWidth="1.3" />,
};

/** A ring that empties as time passes. What stands has bars in it, what was met a tick; what is broken is a disc. */
export function Ring({ share, look }: { share: number; look: RingLook }) {
  return (
    <svg
      aria-hidden
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      className={`shrink-0 ${colours[look]}`}
    >
      {look === 'broken' ? (
        <>
          <circle cx="7" cy="7" r="6" fill="currentColor" />
          <path d="M7 3.5V7l2.3 1.9" className="stroke-panel" strokeWidth="1.5" />
        </>
      ) : (
        <>
          <circle cx="7" cy="7" r="6" className="stroke-line-strong" />
          <circle
            cx="7"
            cy="7"
            r="6"
            pathLength="100"
            strokeDasharray={`${Math.round(share * 100)} 100`}
            transform="rotate(-90 7 7)"
          />
          {signs[look]}
        </>
      )}
    </svg>
  );
}
