'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Held } from './key-match';
import { createKeys } from './key-match';
import { isMac } from './mac';

type Shortcut = {
  /** `KeyboardEvent.key` in lower case; `mod+` is Ctrl or ⌘; "g i" is one key after the other. */
  keys: readonly string[];
  /** Also while the cursor is in a text field. */
  whileTyping?: true;
  /** Goes on for as long as the key is held. */
  repeats?: true;
};

/** Everything that can be done, once, with its keys. What it is called stands in `shortcutLabels`, which no key waits for. */
export const shortcuts = {
  next: { keys: ['j'], repeats: true },
  previous: { keys: ['k'], repeats: true },
  open: { keys: ['Enter', 'o'] },
  leave: {
    keys: ['Escape'],
    whileTyping: true,
  },
  search: { keys: ['/'] },
  select: { keys: ['x'] },
  extendDown: { keys: ['shift+j'], repeats: true },
  views: { keys: ['['] },
  extendUp: { keys: ['shift+k'], repeats: true },
  selectAll: { keys: [] },

  claim: { keys: ['c'] },
  assign: { keys: ['a'] },
  team: { keys: ['t'] },
  priority: { keys: ['p'] },
  labels: { keys: ['l'] },
  snooze: { keys: ['s'] },
  close: { keys: ['e'] },
  status: { keys: [] },
  reopen: { keys: ['shift+e'] },
  noAnswer: { keys: [] },
  spam: { keys: ['!'] },
  block: { keys: [] },
  intent: { keys: ['i'] },
  markUnread: { keys: ['u'] },
  undo: { keys: ['z'] },

  reply: { keys: ['r'] },
  note: { keys: ['n'] },
  takePrivate: { keys: ['m'] },
  send: { keys: ['mod+Enter'], whileTyping: true },
  sendAndClose: {
    keys: ['shift+mod+Enter'],
    whileTyping: true,
  },
  attach: { keys: [] },
  emoji: { keys: [] },

  palette: {
    keys: ['mod+k'],
    whileTyping: true,
  },
  help: { keys: ['?'] },
  goInbox: { keys: ['g i'] },
  goMentions: { keys: ['g m'] },
  goReplies: { keys: ['g r'] },
  goDoor: { keys: ['g d'] },
  goSettings: { keys: ['g s'] },
  notifications: { keys: ['g n'] },
  promises: { keys: [] },
  details: { keys: [] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;

type Meaning = { run: (() => void) | null; label: string | undefined; first: boolean };

const meanings = new Map<ShortcutName, Meaning[]>();

/**
 * Gives an action its meaning while the caller is on the screen; `null` leaves it without one. Of
 * several callers the one that came last has the word, but for one that goes `first`: what is selected
 * is meant before what is open. `label` says what it means here.
 */
export function useShortcut(
  name: ShortcutName,
  run: (() => void) | null,
  { label, first = false }: { label?: string | undefined; first?: boolean } = {},
) {
  const meaning = useRef<Meaning>({ run: null, label: undefined, first });
  useLayoutEffect(() => {
    const mine = meaning.current;
    const others = meanings.get(name) ?? [];
    meanings.set(name, [...others, mine]);
    return () => {
      meanings.set(
        name,
        (meanings.get(name) ?? []).filter((one) => one !== mine),
      );
    };
  }, [name]);
  // With the render, not after it: Send follows the last letter within milliseconds.
  useLayoutEffect(() => {
    meaning.current.run = run;
    meaning.current.label = label;
  }, [run, label]);
}

/** What can be done right now, in the order of the registry. */
export function actionsNow(): ShortcutName[] {
  return shortcutNames.filter(meaningOf);
}

/** What an action means just now, where whoever gave it a meaning calls it by another name. */
export function labelNow(name: ShortcutName): string | undefined {
  return meaningOf(name)?.label;
}

/** Does what an action means now, which may be nothing any more. */
export function perform(name: ShortcutName) {
  meaningOf(name)?.run?.();
}

export const shortcutNames = Object.keys(shortcuts) as ShortcutName[];

function meaningOf(name: ShortcutName): Meaning | undefined {
  const able = meanings.get(name)?.filter(({ run }) => run);
  return able?.findLast(({ first }) => first) ?? able?.at(-1);
}

/**
 * Listens to the keyboard. To be used once, by the shell. `onPending` hears the first key of a
 * sequence and what may follow it, and null when that is over.
 */
export function useShortcutKeys(onPending: (held: Held<ShortcutName> | null) => void) {
  useEffect(() => {
    const keys = createKeys<ShortcutName>({
      table: shortcuts,
      names: actionsNow,
      mac: isMac(),
      onPending,
    });
    function onKeyDown(event: KeyboardEvent) {
      const name = keys.press(event);
      if (name) perform(name);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      keys.stop();
    };
  }, [onPending]);
}
