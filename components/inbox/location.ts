'use client';

import { usePathname } from 'next/navigation';
import type { View } from '@/lib/domain/conversation/conversation';
import { views } from '@/lib/domain/conversation/conversation';

export type Place = { view: View; conversationId: string | null };

/** The address of a view, or of a conversation within it. */
export function inboxPath(view: View, conversationId?: string | null): string {
  return conversationId ? `/inbox/${view}/${conversationId}` : `/inbox/${view}`;
}

/** Which view and conversation the address names. */
function placeOf(pathname: string): Place {
  const [, , view, conversationId] = pathname.split('/');
  return {
    view: views.find((name) => name === view) ?? 'mine',
    conversationId: conversationId ? decodeURIComponent(conversationId) : null,
  };
}

export function usePlace(): Place {
  return placeOf(usePathname());
}

/** Goes there without asking the server: what is needed is in the cache or on its way. */
export function goTo(view: View, conversationId?: string | null) {
  const path = inboxPath(view, conversationId);
  if (path !== window.location.pathname) window.history.pushState(null, '', path);
}
