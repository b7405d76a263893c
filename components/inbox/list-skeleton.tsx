'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { rowHeight } from './row-height';

/** Shapes of rows, for a list that takes longer than a moment. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading conversations" className="animate-late">
      {[62, 84, 48, 76, 57, 90].map((width) => (
        <svg
          key={width}
          aria-hidden
          width="100%"
          height={rowHeight}
          className="border-line border-b"
        >
          <circle cx="40" cy="25" r="16" className="fill-sunken" />
          <rect x="66" y="14" width="30%" height="9" rx="4" className="fill-sunken" />
          <rect x="66" y="34" width={`${width * 0.7}%`} height="9" rx="4" className="fill-sunken" />
        </svg>
      ))}
      <p className="animate-after-long p-4 text-center text-fact text-ink-3">
        This takes longer than it should. It goes on by itself.
      </p>
    </div>
  );
}
