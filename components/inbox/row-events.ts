'use client';

import type { MouseEvent } from 'react';
import { usePrefetchThread } from '../thread/prefetch';
import { isPlainClick } from '../ui/soft-link';
import type { RowEvents } from './conversation-row';
import type { Place } from './location';
import { goTo } from './location';

/** What a press on a row means: open it; with Ctrl, Shift or while choosing, choose it. */
export function useRowEvents({
  place: { view },
  choosing,
  onFocus,
  onToggle,
}: {
  place: Place;
  choosing: boolean;
  onFocus: (id: string) => void;
  onToggle: (id: string, range: boolean) => void;
}): RowEvents {
  const onNear = usePrefetchThread();

  function onPress(id: string, event: MouseEvent) {
    if (event.button !== 0 || event.altKey) return;
    event.preventDefault();
    const touched = event.nativeEvent instanceof PointerEvent && isTouch(event.nativeEvent);
    if (!isPlainClick(event) || (choosing && touched)) onToggle(id, event.shiftKey);
    else goTo(view, id);
  }

  return { onNear, onFocus, onPress, onToggle };
}

function isTouch({ pointerType }: PointerEvent): boolean {
  return pointerType === 'touch';
}
