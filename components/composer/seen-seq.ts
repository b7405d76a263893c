'use client';

import { useEffect, useState } from 'react';

const readingMs = 1_200;

/**
 * The position up to which the writer has had the conversation before their eyes for a moment:
 * what landed as they pressed Send was on the screen, but not seen.
 */
export function useSeenSeq(seq: number): number {
  const [seen, setSeen] = useState(seq);

  useEffect(() => {
    if (seq === seen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look() {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => setSeen(seq), readingMs);
    }
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [seq, seen]);

  return Math.min(seen, seq);
}
