'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { Button } from './button';

type Toast = { id: number; text: string; undo?: (() => void) | undefined; grave?: boolean };

const shownMs = 7_000;
let current: Toast | null = null;
let count = 0;
const listeners = new Set<() => void>();

/** Says one thing at the foot of the screen for seven seconds, perhaps with a way back. */
export function toast(text: string, options: { undo?: () => void; grave?: boolean } = {}) {
  count += 1;
  show({ id: count, text, ...options });
}

function show(next: Toast | null) {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toaster() {
  const shown = useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => show(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);

  return (
    <div
      role="status"
      className="fixed top-14 right-4 left-4 z-40 flex justify-center pane:top-auto pane:right-auto pane:bottom-4 pane:left-16 pane:max-w-100"
    >
      {shown ? (
        <div
          key={shown.id}
          data-grave={shown.grave}
          className="flex animate-rise items-center gap-3 rounded-md border border-line-strong bg-panel py-1.5 pr-2 pl-3 shadow-float data-[grave=true]:text-breach"
        >
          <span className="min-h-7 py-1">{shown.text}</span>
          {shown.undo ? (
            <Button
              tone="quiet"
              onClick={() => {
                shown.undo?.();
                show(null);
              }}
            >
              Undo
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
