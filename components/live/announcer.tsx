'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Tells people who listen instead of look, without interrupting them. */
export function announce(text: string) {
  // The same sentence twice would be heard once: a changed ending makes it a new one.
  said = text === said ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => said,
    () => '',
  );
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
