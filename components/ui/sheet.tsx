'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { IconButton } from './button';
import { whenClosed } from './when-closed';

/** A native dialog in the middle of the screen: focus stays inside, Escape closes. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={whenClosed(onClose)}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="m-auto w-[min(560px,calc(100vw-32px))] animate-rise rounded-lg border border-line-strong bg-panel p-0 text-ink shadow-float"
    >
      <header className="flex h-12 items-center border-line border-b pr-2 pl-4">
        <h2 id={titleId} className="flex-1 font-title text-title">
          {title}
        </h2>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden size={16} />
        </IconButton>
      </header>
      {children}
    </dialog>
  );
}
