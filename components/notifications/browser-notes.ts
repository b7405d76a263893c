'use client';

import { useSyncExternalStore } from 'react';

/** What this browser allows. `unsupported` also where the page is not reached over TLS. */
export type BrowserLeave = NotificationPermission | 'unsupported';

const listeners = new Set<() => void>();

export function useBrowserLeave(): BrowserLeave {
  return useSyncExternalStore(subscribe, leaveHere, () => 'unsupported');
}

export function leaveHere(): BrowserLeave {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}

/** Asks the person; only ever from a click of theirs. */
export async function askBrowser(): Promise<BrowserLeave> {
  if (typeof Notification === 'undefined') return 'unsupported';
  await Notification.requestPermission();
  for (const listener of listeners) listener();
  return Notification.permission;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('focus', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('focus', listener);
  };
}
