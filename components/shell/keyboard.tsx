'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useShortcut, useShortcutKeys } from './shortcuts';

const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet').then((loaded) => ({ default: loaded.ShortcutSheet })),
);

let shown = false;
const listeners = new Set<() => void>();

export function showKeys() {
  show(true);
}

/** Hears the keys of the whole shell and shows them on `?`. */
export function Keyboard() {
  useShortcutKeys();
  useShortcut('help', showKeys);
  const open = useSyncExternalStore(
    subscribe,
    () => shown,
    () => false,
  );
  if (!open) return null;
  return (
    <Suspense>
      <ShortcutSheet onClose={() => show(false)} />
    </Suspense>
  );
}

function show(next: boolean) {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
