'use client';

import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { rowHeight } from './row-height';

const spareRows = 8;
/** The window moves by whole steps: most scroll events then draw nothing anew. */
const stepRows = 4;
const firstScreenPx = 16 * rowHeight;

export type ListWindow = {
  /** Indexes of the rows to draw: `from` up to, not including, `to`. */
  from: number;
  to: number;
  /** Space for the rows that are not drawn, in pixels. */
  before: number;
  after: number;
  scrollTo: (index: number) => void;
  /** How many rows are wholly in sight. */
  inSight: () => number;
};

/** The part of a list of `count` equally high rows that its scroller shows, with a few rows to spare. */
export function useListWindow(count: number, scroller: RefObject<HTMLElement | null>): ListWindow {
  const [range, setRange] = useState(rangeOf(0, firstScreenPx));

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function look() {
      if (!element || element.clientHeight === 0) return;
      const next = rangeOf(element.scrollTop, element.clientHeight);
      setRange((before) => (before.from === next.from && before.to === next.to ? before : next));
    }
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const to = Math.min(range.to, count);
  const from = Math.min(range.from, Math.max(0, to - 1));
  return {
    from,
    to,
    before: from * rowHeight,
    after: (count - to) * rowHeight,
    scrollTo: (index) => bringIntoSight(scroller.current, index),
    inSight: () =>
      Math.max(1, Math.floor((scroller.current?.clientHeight ?? firstScreenPx) / rowHeight) - 1),
  };
}

function rangeOf(top: number, height: number): { from: number; to: number } {
  const first = Math.floor(top / rowHeight) - spareRows;
  const last = Math.ceil((top + height) / rowHeight) + spareRows;
  return {
    from: Math.max(0, Math.floor(first / stepRows) * stepRows),
    to: Math.ceil(last / stepRows) * stepRows,
  };
}

function bringIntoSight(element: HTMLElement | null, index: number) {
  if (!element) return;
  const top = index * rowHeight;
  const bottom = top + rowHeight - element.clientHeight;
  if (element.scrollTop > top) element.scrollTo({ top });
  else if (element.scrollTop < bottom) element.scrollTo({ top: bottom });
}
