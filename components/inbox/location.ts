'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { View } from '@/lib/domain/conversation/view';
import { findSort, findView } from '@/lib/domain/conversation/view';
import type { Asked } from './queries';

export type Place = Asked & { view: View; conversationId: string | null };

/** The address of a view, or of a conversation within it; `asked` is what the list beside it shows. */
export function inboxPath(
  view: View,
  conversationId?: string | null,
  asked: Partial<Asked> = {},
): string {
  const path = conversationId ? `/inbox/${view}/${conversationId}` : `/inbox/${view}`;
  const search = new URLSearchParams();
  if (asked.q) search.set('q', asked.q);
  if (asked.sort) search.set('sort', asked.sort);
  return search.size === 0 ? path : `${path}?${search}`;
}

export function usePlace(): Place {
  return placeOf(usePathname(), useSearchParams());
}

/** Goes there without asking the server. Within a view, what is asked of it stays. */
export function goTo(view: View, conversationId?: string | null, asked?: Partial<Asked>) {
  const here = placeHere();
  const kept = view === here.view ? here : {};
  show(inboxPath(view, conversationId, asked ?? kept), 'push');
}

/** Asks something else of the view that is shown. `replace` keeps one step of Back for a whole word. */
export function ask(asked: Partial<Asked>, how: 'push' | 'replace' = 'push') {
  const here = placeHere();
  show(inboxPath(here.view, here.conversationId, { ...here, ...asked }), how);
}

export function placeHere(): Place {
  const { pathname, search } = window.location;
  return placeOf(pathname, new URLSearchParams(search));
}

/** Which view and conversation the address names, and what it asks of the view. */
function placeOf(pathname: string, search: Pick<URLSearchParams, 'get'>): Place {
  const [, , name, conversationId] = pathname.split('/');
  const view = findView(name ?? '') ?? 'mine';
  return {
    view,
    conversationId: conversationId ? decodeURIComponent(conversationId) : null,
    q: search.get('q') ?? '',
    sort: findSort(search.get('sort') ?? '', view) ?? null,
  };
}

function show(path: string, how: 'push' | 'replace') {
  if (path === window.location.pathname + window.location.search) return;
  if (how === 'push') window.history.pushState(null, '', path);
  else window.history.replaceState(null, '', path);
}
