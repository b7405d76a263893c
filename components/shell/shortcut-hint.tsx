'use client';

import { shortcutLabels } from './shortcut-labels';
import type { ShortcutName } from './shortcuts';
import { useKeyNames } from './use-key-names';

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
  const label = shortcutLabels[name];
  return keys.length > 0 ? `${label} (${keys.join(' or ')})` : label;
}
