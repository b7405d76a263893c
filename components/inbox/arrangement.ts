'use client';

import { useState } from 'react';
import type { Layout } from './layout';
import { clampWidth, layoutCookies } from './layout';

/** How the inbox is arranged in this browser; what is changed is remembered for the next page. */
export function useArrangement(first: Layout) {
  const [layout, setLayout] = useState(first);

  function setWidth(width: number) {
    const listWidth = clampWidth(width);
    setLayout((before) => ({ ...before, listWidth }));
    remember(layoutCookies.listWidth, `${listWidth}`);
  }

  function showViews(viewsShown: boolean) {
    setLayout((before) => ({ ...before, viewsShown }));
    remember(layoutCookies.views, viewsShown ? 'shown' : 'hidden');
  }

  function showContext(contextShown: boolean) {
    setLayout((before) => ({ ...before, contextShown }));
    remember(layoutCookies.context, contextShown ? 'shown' : 'hidden');
  }

  return { ...layout, setWidth, showViews, showContext };
}

function remember(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is not everywhere yet
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}
