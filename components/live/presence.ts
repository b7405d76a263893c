'use client';

import { useSyncExternalStore } from 'react';
import type { Doing, Present } from '@/lib/domain/presence/presence';

/** A colleague who has a conversation open. */
export type Colleague = { memberId: string; doing: Doing };

const settleMs = 2_000;
const nobody: readonly Colleague[] = [];
let settling: ReturnType<typeof setTimeout> | undefined;
let here: ReadonlyMap<string, readonly Colleague[]> = new Map();
const listeners = new Set<() => void>();

/** Who of the colleagues has this conversation open now, without the person at this screen. */
export function usePresenceOf(conversationId: string): readonly Colleague[] {
  return useSyncExternalStore(
    subscribe,
    () => here.get(conversationId) ?? nobody,
    () => nobody,
  );
}

/** Takes over who is here. Of a conversation in which nothing changed nothing is drawn anew. */
export function setPresent(present: readonly Present[], me: string) {
  clearTimeout(settling);
  const next = new Map<string, readonly Colleague[]>();
  for (const { conversationId, memberId, doing } of present) {
    if (memberId === me) continue;
    next.set(conversationId, [...(next.get(conversationId) ?? []), { memberId, doing }]);
  }
  for (const [id, colleagues] of next) {
    const before = here.get(id);
    if (before && JSON.stringify(before) === JSON.stringify(colleagues)) next.set(id, before);
  }
  here = next;
  for (const listener of listeners) listener();
}

/** The stream begins anew: who is not told to be here within a moment has gone meanwhile. */
export function awaitPresent() {
  clearTimeout(settling);
  settling = setTimeout(() => setPresent([], ''), settleMs);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
