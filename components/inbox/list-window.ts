'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { rowHeight } from './conversation-row';

export type ListWindow = {
  /** Indexes of the rows to draw. */
  from: number;
  to: number;
  /** Space for the rows that are not drawn, in pixels. */
  before: number;
  after: number;
  scrollTo: (index: number) => void;
};

/** The part of a list of `count` rows that its scroller shows, with a few rows to spare. */
export function useListWindow(count: number, scroller: RefObject<HTMLElement | null>): ListWindow {
  'use no memo';
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 340, height: 12 * rowHeight },
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  return {
    from: items[0]?.index ?? 0,
    to: last ? last.index + 1 : 0,
    before: items[0]?.start ?? 0,
    after: last ? virtualizer.getTotalSize() - last.end : 0,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
