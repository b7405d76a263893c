'use client';

import type { ReactNode, RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** What a line opens below itself. Escape closes it and gives the focus back to what opened it. */
export function Fold({
  opener,
  onClose,
  children,
}: {
  opener: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = box.current;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
      opener.current?.focus();
    }
    shown?.addEventListener('keydown', onKeyDown);
    return () => shown?.removeEventListener('keydown', onKeyDown);
  }, [onClose, opener]);
  return (
    <div ref={box} className="grid gap-5 rounded-sm bg-sunken p-3">
      {children}
    </div>
  );
}
