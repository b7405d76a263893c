'use client';

import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { soughtBySlash } from '@/lib/domain/replies/slash';

export type Slash = {
  /** The letters after the slash before the cursor; null where none is meant. */
  sought: string | null;
  /** Not wanted: what was typed stays, and this slash asks no more. */
  dismiss: () => void;
};

/** Hears whether the cursor stands behind a slash and letters. */
export function useSlash(field: RefObject<HTMLTextAreaElement | null>): Slash {
  const [begun, setBegun] = useState<{ sought: string; from: number } | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    function look() {
      if (!element) return;
      const { value, selectionStart: end, selectionEnd } = element;
      const sought = end === selectionEnd ? soughtBySlash(value.slice(0, end)) : null;
      const next = sought === null ? null : { sought, from: end - sought.length - 1 };
      setBegun((now) => (now?.sought === next?.sought && now?.from === next?.from ? now : next));
      if (next === null) setDismissed(null);
    }
    function leave() {
      setBegun(null);
    }
    function comeBack() {
      setDismissed(null);
      look();
    }
    const events = ['input', 'keyup', 'click'] as const;
    for (const event of events) element.addEventListener(event, look);
    element.addEventListener('focus', comeBack);
    element.addEventListener('blur', leave);
    // Something may have been typed before this was here.
    if (document.activeElement === element) look();
    return () => {
      for (const event of events) element.removeEventListener(event, look);
      element.removeEventListener('focus', comeBack);
      element.removeEventListener('blur', leave);
    };
  }, [field]);

  const open = begun !== null && begun.from !== dismissed;
  return {
    sought: open ? begun.sought : null,
    dismiss: () => setDismissed(begun?.from ?? null),
  };
}
