'use client';

import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';

const atEndPx = 60;

/** Whether the newest message is in sight. The scroller counts from its foot, so its positions are negative. */
export function isAtEnd(scroller: HTMLElement): boolean {
  return scroller.scrollTop > -atEndPx;
}

/**
 * Keeps what is read where it is when something grows below it. What grows above moves nothing in a
 * scroller that counts from its foot; browsers' own anchoring would, so it is switched off there.
 */
export function useKeepPlace(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  oldestKey: string | undefined,
) {
  const oldest = useRef(oldestKey);
  useLayoutEffect(() => {
    oldest.current = oldestKey;
  }, [oldestKey]);

  useEffect(() => {
    const grown = content.current;
    if (!grown) return;
    const before = { height: grown.offsetHeight, oldest: oldest.current };
    const sizes = new ResizeObserver(() => {
      const more = grown.offsetHeight - before.height;
      const below = before.oldest === oldest.current;
      const view = scroller.current;
      if (view && below && !isAtEnd(view)) view.scrollBy({ top: -more });
      Object.assign(before, { height: grown.offsetHeight, oldest: oldest.current });
    });
    sizes.observe(grown);
    return () => sizes.disconnect();
  }, [scroller, content]);
}
