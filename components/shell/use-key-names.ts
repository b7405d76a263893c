'use client';

import { useSyncExternalStore } from 'react';
import { keyNames } from './key-names';
import { isMac } from './mac';
import type { ShortcutName } from './shortcuts';

/** The keys as this machine's keyboard names them. */
export function useKeyNames(name: ShortcutName): string[] {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return keyNames(name, mac);
}

function never() {
  return () => undefined;
}
