'use client';

import { useSyncExternalStore } from 'react';
import type { Choosing } from './availability-choice';

let choosing: Choosing = null;
const listeners = new Set<() => void>();

/** What the person at this screen is about to say of themself: their panel and the palette share it. */
export function chooseFor(next: Choosing) {
  choosing = next;
  for (const listener of listeners) listener();
}

export function useChoosing(): Choosing {
  return useSyncExternalStore(
    subscribe,
    () => choosing,
    () => null,
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
