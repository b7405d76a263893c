'use client';

import { useSyncExternalStore } from 'react';
import { keyNames } from './key-names';
import { isMac } from './mac';
import type { ShortcutName } from './shortcuts';
import { shortcuts } from './shortcuts';

/** The key of an action, small, on the button that does the same. */
export function ShortcutHint({ of }: { of: ShortcutName }) {
  const hint = useKeyNames(of)[0];
  if (!hint) return null;
  return (
    <kbd aria-hidden className="hidden font-medium font-sans text-fact text-ink-3 wide:inline">
      {hint}
    </kbd>
  );
}

/** "Claim (c)": what a hover tells. */
export function useShortcutTitle(name: ShortcutName): string {
  const keys = useKeyNames(name);
  const { label } = shortcuts[name];
  return keys.length > 0 ? `${label} (${keys.join(' or ')})` : label;
}

/** The keys as this machine's keyboard names them. */
export function useKeyNames(name: ShortcutName): string[] {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return keyNames(name, mac);
}

function never() {
  return () => undefined;
}
