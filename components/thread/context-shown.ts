'use client';

import { useState, useSyncExternalStore } from 'react';
import { useShortcut } from '../shell/shortcuts';

export type ContextShown = {
  /** Whether the panel, or on a narrow screen its sheet, is on the screen. */
  shown: boolean;
  panel: boolean;
  sheet: boolean;
  toggle: () => void;
};

const wide = '(min-width: 1100px)';

/**
 * Whether what is known of the contact stands beside the conversation. On a wide screen it stays as it
 * was left; on a narrow one it is a sheet that is called each time.
 */
export function useContextShown(panel: boolean, onPanel: (shown: boolean) => void): ContextShown {
  const isWide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => true,
  );
  const [sheet, setSheet] = useState(false);

  function toggle() {
    if (isWide) onPanel(!panel);
    else setSheet(!sheet);
  }
  useShortcut('details', toggle);
  return { panel, sheet: sheet && !isWide, shown: isWide ? panel : sheet, toggle };
}

function subscribe(listener: () => void) {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
