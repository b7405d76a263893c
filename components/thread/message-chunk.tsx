'use client';

import type { ReactNode, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** So far from what is seen, nothing is drawn: several screens, so that no wheel turns faster. */
const drawnWithin = '1800px 0px';

/** A part of a long conversation. Far from sight only its height is left, so that nothing moves. */
export function MessageChunk({
  scroller,
  children,
}: {
  scroller: RefObject<HTMLElement | null>;
  children: () => ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [heightPx, setHeight] = useState<number | null>(null);

  useEffect(() => {
    const here = place.current;
    if (!here) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.at(-1);
        if (!seen) return;
        setHeight(seen.isIntersecting ? null : seen.boundingClientRect.height);
      },
      { root: scroller.current, rootMargin: drawnWithin },
    );
    observer.observe(here);
    return () => observer.disconnect();
  }, [scroller]);

  return (
    <div
      ref={place}
      data-drawn={heightPx === null}
      className="flow-root"
      style={heightPx === null ? undefined : { height: heightPx }}
    >
      {heightPx === null ? <ol>{children()}</ol> : null}
    </div>
  );
}
