'use client';

import { useSyncExternalStore } from 'react';
import { v4 as uuid } from 'uuid';
import { joined } from '@/lib/domain/conversation/draft';
import type { RefusalView } from '@/lib/domain/refusal';
import { useMe } from '../shell/me';
import type { Mode } from './attempt';
import type { Draft, Drafts } from './draft-rules';
import { emptyDrafts, givenBack, started, typed, without } from './draft-rules';
import { idIn, store, storedAtStart, storedNow } from './draft-storage';
import type { Known, KnownDrafts } from './known-drafts';
import { met, nothingKnown } from './known-drafts';

/** Why the last try did not work, for as long as this page lives. */
export type Trouble = { mode: Mode; refusal: RefusalView };

export type Shelf = {
  drafts: Drafts;
  known: KnownDrafts;
  trouble: Trouble | null;
  /** Modes whose last save on the server failed. */
  unsaved: readonly Mode[];
  /** This device has no room: what is not on the server is nowhere. */
  homeless: boolean;
};

const emptyShelf: Shelf = {
  drafts: emptyDrafts,
  known: nothingKnown,
  trouble: null,
  unsaved: [],
  homeless: false,
};
const shelves = new Map<string, Shelf>();
const listeners = new Set<(id: string) => void>();

/** Under which a person's drafts of a conversation are kept on this device. */
export function useDraftId(conversationId: string): string {
  return draftIdOf(useMe().memberId, conversationId);
}

export function draftIdOf(memberId: string, conversationId: string): string {
  return `${memberId}:${conversationId}`;
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
  change(id, ({ drafts }) => ({ drafts: typed(drafts, mode, text) }));
}

/** Something beside the text changed: what is sent now is another message than the one tried before. */
export function renewDraft(id: string, mode: Mode) {
  change(id, ({ drafts }) =>
    drafts[mode].clientKey === null
      ? {}
      : { drafts: { ...drafts, [mode]: { ...drafts[mode], clientKey: null } } },
  );
}

/** Takes a draft off the composer for sending; returns the key under which it is sent. */
export function startSending(
  id: string,
  mode: Mode,
): Draft & { clientKey: string; draftRevision: number } {
  const { drafts, known } = shelfOf(id);
  const clientKey = drafts[mode].clientKey ?? uuid();
  // A save that is on its way may stand there under the next revision.
  const revision = known[mode].revision + 1;
  const sending = { clientKey, revision };
  change(id, (shelf) => ({ drafts: started(shelf.drafts, mode, sending), trouble: null }));
  return { text: drafts[mode].text, clientKey, draftRevision: revision };
}

/** The server has it: nothing of it stays here. */
export function confirmSent(id: string, clientKeys: ReadonlySet<string>) {
  change(id, ({ drafts, known }) => {
    const sent = drafts.sending.filter(({ clientKey }) => clientKeys.has(clientKey));
    return {
      drafts: without(drafts, clientKeys),
      known: sent.reduce(
        (now, { mode, revision }) => withKnown(now, mode, emptied(now[mode], revision + 1)),
        known,
      ),
    };
  });
}

/**
 * As the server leaves a draft whose text it has sent: past every save that may still be on its way. What it has told since
 * is newer than that: somebody may have given the text back already.
 */
function emptied(known: Known, revision: number): Known {
  return known.revision >= revision ? known : { revision, text: '', spare: known.spare };
}

/** The server does not have it: back into the composer, before whatever was typed since. */
export function giveBack(id: string, clientKey: string, trouble: Trouble) {
  change(id, ({ drafts }) => ({ drafts: givenBack(drafts, clientKey), trouble }));
}

/** Takes words out of what stands in the composer. */
export function takeOut(id: string, mode: Mode, words: string) {
  change(id, ({ drafts }) => ({
    drafts: typed(drafts, mode, drafts[mode].text.replace(words, '').trim()),
  }));
}

/** Puts a text into the composer, before what stands there, as a new draft. */
export function giveBackText(id: string, mode: Mode, text: string) {
  change(id, ({ drafts }) => ({
    drafts: typed(drafts, mode, joined(text, drafts[mode].text)),
    trouble: null,
  }));
}

/** The server put a text before the draft: taken over from a colleague, or called back. */
export function takeIn(
  id: string,
  mode: Mode,
  { text, body, revision }: { text: string; body: string; revision: number },
) {
  change(id, ({ drafts, known }) => {
    const here = drafts[mode].text;
    const untouched = here === known[mode].text;
    return {
      drafts: typed(drafts, mode, untouched ? body : joined(text, here)),
      known: { ...known, [mode]: { ...known[mode], revision, text: body } },
      trouble: null,
    };
  });
}

/** The draft on the server and the one here come together. */
export function meet(id: string, mode: Mode, theirs: { body: string; revision: number }) {
  change(id, ({ drafts, known }) => {
    const after = met(drafts[mode].text, known[mode], theirs);
    return {
      drafts: typed(drafts, mode, after.text),
      known: withKnown(known, mode, after.known),
    };
  });
}

/** How a save on the server went; `null` when it did not. */
export function noteSaved(id: string, mode: Mode, now: Omit<Known, 'spare'> | null) {
  change(id, ({ known, unsaved }) => ({
    known: now ? withKnown(known, mode, { ...known[mode], ...now }) : known,
    unsaved: now ? unsaved.filter((other) => other !== mode) : [...new Set([...unsaved, mode])],
  }));
}

/** What was written elsewhere and gave way: into the text after all, or away. */
export function settleSpare(id: string, mode: Mode, wanted: boolean) {
  change(id, ({ drafts, known }) => ({
    drafts: wanted ? typed(drafts, mode, joined(drafts[mode].text, known[mode].spare)) : drafts,
    known: withKnown(known, mode, { ...known[mode], spare: '' }),
  }));
}

export function forgetTrouble(id: string) {
  change(id, () => ({ trouble: null }));
}

/** Calls back with the id whenever drafts change, here or in another window of this browser. */
export function onDraftsChanged(listener: (id: string) => void): () => void {
  return subscribe(listener);
}

export function shelfOf(id: string): Shelf {
  const shelf = shelves.get(id) ?? { ...emptyShelf, ...storedAtStart(id) };
  shelves.set(id, shelf);
  return shelf;
}

function withKnown(known: KnownDrafts, mode: Mode, now: Known): KnownDrafts {
  const before = known[mode];
  const same =
    before.revision === now.revision && before.text === now.text && before.spare === now.spare;
  return same ? known : { ...known, [mode]: now };
}

function change(id: string, update: (shelf: Shelf) => Partial<Shelf>) {
  const before = shelfOf(id);
  const after = { ...before, ...update(before) };
  const moved = after.drafts !== before.drafts || after.known !== before.known;
  if (!moved && after.trouble === before.trouble && after.unsaved === before.unsaved) return;
  if (moved) after.homeless = !store(id, after);
  shelves.set(id, after);
  for (const listener of listeners) listener(id);
}

function subscribe(listener: (id: string) => void) {
  if (listeners.size === 0) window.addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', onStorage);
  };
}

/** Another window of this browser typed or sent here. */
function onStorage({ key }: StorageEvent) {
  const id = idIn(key);
  const shelf = id === null ? undefined : shelves.get(id);
  if (id === null || !shelf) return;
  shelves.set(id, { ...shelf, ...storedNow(id) });
  for (const listener of listeners) listener(id);
}
