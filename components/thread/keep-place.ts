'use client';

import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';

const atEndPx = 60;

/** Whether the newest message is in sight. The scroller counts from its foot, so its positions are negative. */
export function isAtEnd(scroller: HTMLElement): boolean {
  return scroller.scrollTop > -atEndPx;
}

type Held = { line: Element; toFoot: number };

/**
 * Keeps what is read where it is, whatever comes or goes below it. What changes above moves nothing in
 * a scroller that counts from its foot; browsers' own anchoring would, so it is switched off there.
 */
export function useKeepPlace(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  messages: readonly unknown[],
) {
  const held = useRef<Held | null>(null);

  // One message in below and one out above leave the height as it was: then only this notices.
  useLayoutEffect(() => {
    if (messages.length > 0)
      held.current = keptInPlace(held.current, scroller.current, content.current);
  }, [messages, scroller, content]);

  useEffect(() => {
    const view = scroller.current;
    const inner = content.current;
    if (!view || !inner) return;
    const hold = () => {
      held.current = lineInSight(view, inner);
    };
    const sizes = new ResizeObserver(() => {
      held.current = keptInPlace(held.current, view, inner);
    });
    sizes.observe(inner);
    view.addEventListener('scroll', hold, { passive: true });
    return () => {
      sizes.disconnect();
      view.removeEventListener('scroll', hold);
    };
  }, [scroller, content]);
}

/** Scrolls by what came between the held line and the foot; answers the line to hold from now on. */
function keptInPlace(
  held: Held | null,
  view: HTMLElement | null,
  inner: HTMLElement | null,
): Held | null {
  if (!view || !inner) return null;
  const more = held?.line.isConnected ? distanceToFoot(held.line, inner) - held.toFoot : 0;
  if (more !== 0 && !isAtEnd(view)) view.scrollBy({ top: -more });
  return lineInSight(view, inner);
}

/** The first line below the upper edge, by halving: lines stand in order. */
function lineInSight(view: HTMLElement, inner: HTMLElement): Held | null {
  const edge = view.getBoundingClientRect().top;
  // Messages only: a day's name goes up as older messages of that day come in.
  const lines = inner.querySelectorAll('li[data-kind]');
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const above = (lines[middle]?.getBoundingClientRect().top ?? 0) < edge;
    if (above) from = middle + 1;
    else to = middle;
  }
  const line = lines[from];
  return line ? { line, toFoot: distanceToFoot(line, inner) } : null;
}

function distanceToFoot(line: Element, inner: HTMLElement): number {
  return inner.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
}
