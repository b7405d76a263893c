'use client';

import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

/** Hears the field's keys before the field and the shortcuts do; what it takes goes no further. */
export function useKeys(
  field: RefObject<HTMLTextAreaElement | null>,
  take: (event: KeyboardEvent) => boolean,
) {
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  useLayoutEffect(() => {
    const element = field.current;
    function onKey(event: KeyboardEvent) {
      if (event.isComposing || !latest.current(event)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    element?.addEventListener('keydown', onKey, true);
    return () => element?.removeEventListener('keydown', onKey, true);
  }, [field]);
}
