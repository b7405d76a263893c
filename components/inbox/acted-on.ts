'use client';

import { useSyncExternalStore } from 'react';

const none: ReadonlySet<string> = new Set();
let ids = none;
const listeners = new Set<() => void>();

/** Remembers that this person moved a conversation, so that a list that holds still lets it go. */
export function markActedOn(conversationId: string) {
  ids = new Set([...ids, conversationId]);
  for (const listener of listeners) listener();
}

export function useActedOn(): ReadonlySet<string> {
  return useSyncExternalStore(
    subscribe,
    () => ids,
    () => none,
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
