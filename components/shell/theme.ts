'use client';

import { useSyncExternalStore } from 'react';
import type { Theme } from './themes';
import { themes } from './themes';

const listeners = new Set<() => void>();

/** The chosen look; the server draws with it from the first byte, by its cookie. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, themeHere, () => 'system' as const);
  return [theme, choose];
}

function themeHere(): Theme {
  return themes.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'system';
}

function choose(theme: Theme) {
  document.documentElement.dataset['theme'] = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is not everywhere yet
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
