'use client';

import { useSyncExternalStore } from 'react';
import { v4 as uuid } from 'uuid';
import type { RefusalView } from '@/lib/domain/refusal';
import { useMe } from '../shell/me';
import type { Mode } from './attempt';
import type { Draft, Drafts } from './draft-rules';
import {
  draftsAfterReload,
  emptyDrafts,
  givenBack,
  parseDrafts,
  started,
  typed,
  without,
} from './draft-rules';

/** Why the last try did not work, for as long as this page lives. */
export type Trouble = { mode: Mode; refusal: RefusalView };

type Shelf = { drafts: Drafts; trouble: Trouble | null };

const emptyShelf: Shelf = { drafts: emptyDrafts, trouble: null };
const shelves = new Map<string, Shelf>();
const listeners = new Set<() => void>();

/** Under which a person's drafts of a conversation are kept on this device. */
export function useDraftId(conversationId: string): string {
  return `${useMe().memberId}:${conversationId}`;
}

/** The drafts of a conversation on this device. They live until the server has confirmed them. */
export function useDrafts(id: string): Shelf {
  return useSyncExternalStore(
    subscribe,
    () => shelfOf(id),
    () => emptyShelf,
  );
}

export function typeDraft(id: string, mode: Mode, text: string) {
  change(id, (shelf) => ({ drafts: typed(shelf.drafts, mode, text), trouble: shelf.trouble }));
}

/** Takes a draft off the composer for sending; returns the key under which it is sent. */
export function startSending(id: string, mode: Mode): Draft & { clientKey: string } {
  const draft = shelfOf(id).drafts[mode];
  const clientKey = draft.clientKey ?? uuid();
  change(id, ({ drafts }) => ({ drafts: started(drafts, mode, clientKey), trouble: null }));
  return { text: draft.text, clientKey };
}

/** The server has it: nothing of it stays here. */
export function confirmSent(id: string, clientKeys: ReadonlySet<string>) {
  change(id, ({ drafts, trouble }) => ({ drafts: without(drafts, clientKeys), trouble }));
}

/** The server does not have it: back into the composer, before whatever was typed since. */
export function giveBack(id: string, clientKey: string, trouble: Trouble) {
  change(id, ({ drafts }) => ({ drafts: givenBack(drafts, clientKey), trouble }));
}

/** Puts a text into the composer, as a new draft. */
export function giveBackText(id: string, mode: Mode, text: string) {
  const clientKey = uuid();
  change(id, ({ drafts }) => {
    const sending = [...drafts.sending, { mode, text, clientKey }];
    const { [mode]: draft, ...others } = givenBack({ ...drafts, sending }, clientKey);
    return {
      drafts: { ...others, [mode]: { ...draft, clientKey: null } } as Drafts,
      trouble: null,
    };
  });
}

export function forgetTrouble(id: string) {
  change(id, ({ drafts }) => ({ drafts, trouble: null }));
}

function change(id: string, update: (shelf: Shelf) => Shelf) {
  const before = shelfOf(id);
  const after = update(before);
  if (after.drafts === before.drafts && after.trouble === before.trouble) return;
  shelves.set(id, after);
  store(id, after.drafts);
  for (const listener of listeners) listener();
}

function shelfOf(id: string): Shelf {
  const known = shelves.get(id);
  if (known) return known;
  const shelf = { drafts: draftsAfterReload(stored(id)), trouble: null };
  shelves.set(id, shelf);
  return shelf;
}

const storageKey = (id: string) => `draft:${id}`;

function stored(id: string): string | null {
  try {
    return localStorage.getItem(storageKey(id));
  } catch {
    return null;
  }
}

function store(id: string, drafts: Drafts) {
  const empty = !drafts.reply.text && !drafts.note.text && drafts.sending.length === 0;
  try {
    if (empty) localStorage.removeItem(storageKey(id));
    else localStorage.setItem(storageKey(id), JSON.stringify(drafts));
  } catch {
    // A browser that stores nothing still writes and sends.
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', onStorage);
  };
}

/** Another tab typed or sent here. */
function onStorage({ key }: StorageEvent) {
  const id = key?.startsWith('draft:') ? key.slice('draft:'.length) : null;
  const shelf = id === null ? undefined : shelves.get(id);
  if (id === null || !shelf) return;
  const drafts = parseDrafts(stored(id));
  shelves.set(id, { drafts, trouble: shelf.trouble });
  for (const listener of listeners) listener();
}
