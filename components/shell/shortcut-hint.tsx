'use client';

import { useSyncExternalStore } from 'react';
import type { ShortcutName } from './shortcuts';
import { shortcuts } from './shortcuts';

/** The key of an action, small, on the button that does the same. */
export function ShortcutHint({ of }: { of: ShortcutName }) {
  const hint = useKeyNames(of)[0];
  return (
    <kbd aria-hidden className="hidden font-medium font-sans text-fact text-ink-3 wide:inline">
      {hint}
    </kbd>
  );
}

/** "Claim (c)": what a hover tells. */
export function useShortcutTitle(name: ShortcutName): string {
  return `${shortcuts[name].does} (${useKeyNames(name).join(' or ')})`;
}

/** The keys as this machine's keyboard names them. */
export function useKeyNames(name: ShortcutName): string[] {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return shortcuts[name].keys.map((key) =>
    key
      .replace('mod+', mac ? '⌘' : 'Ctrl ')
      .replace('Enter', '↵')
      .replace('Escape', 'Esc'),
  );
}

function never() {
  return () => undefined;
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
