'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Held } from './key-match';
import { createKeys } from './key-match';
import { isMac } from './mac';

type Shortcut = {
  /** `KeyboardEvent.key` in lower case; `mod+` is Ctrl or ⌘; "g i" is one key after the other. */
  keys: readonly string[];
  label: string;
  /** Also while the cursor is in a text field. */
  whileTyping?: true;
  /** Goes on for as long as the key is held. */
  repeats?: true;
};

/** Everything that can be done, once: the keys, the hints on buttons, the palette and the sheet read this. */
export const shortcuts = {
  next: { keys: ['j'], label: 'Next conversation', repeats: true },
  previous: { keys: ['k'], label: 'Previous conversation', repeats: true },
  open: { keys: ['Enter', 'o'], label: 'Open the conversation' },
  leave: {
    keys: ['Escape'],
    label: 'Leave the text, then the conversation',
    whileTyping: true,
  },
  search: { keys: ['/'], label: 'Search' },
  select: { keys: ['x'], label: 'Select the conversation' },
  extendDown: { keys: ['shift+j'], label: 'Select downwards', repeats: true },
  views: { keys: ['['], label: 'Show or hide the views' },
  extendUp: { keys: ['shift+k'], label: 'Select upwards', repeats: true },
  selectAll: { keys: [], label: 'Select all in this view' },

  claim: { keys: ['c'], label: 'Claim' },
  assign: { keys: ['a'], label: 'Assign to…' },
  team: { keys: ['t'], label: 'Team…' },
  priority: { keys: ['p'], label: 'Priority…' },
  labels: { keys: ['l'], label: 'Labels…' },
  snooze: { keys: ['s'], label: 'Snooze…' },
  close: { keys: ['e'], label: 'Close, and go to the next' },
  status: { keys: [], label: 'Status…' },
  reopen: { keys: [], label: 'Reopen' },
  noAnswer: { keys: [], label: 'No answer was needed' },
  spam: { keys: ['!'], label: 'Spam' },
  block: { keys: [], label: 'Block…' },
  intent: { keys: ['i'], label: 'What it is…' },
  markUnread: { keys: ['u'], label: 'Mark unread' },
  undo: { keys: ['z'], label: 'Undo' },

  reply: { keys: ['r'], label: 'Reply' },
  note: { keys: ['n'], label: 'Note' },
  takePrivate: { keys: ['m'], label: 'Take private' },
  send: { keys: ['mod+Enter'], label: 'Send, or add the note', whileTyping: true },
  sendAndClose: {
    keys: ['shift+mod+Enter'],
    label: 'Send and close',
    whileTyping: true,
  },
  attach: { keys: [], label: 'Attach a file…' },
  emoji: { keys: [], label: 'Insert an emoji…' },

  palette: {
    keys: ['mod+k'],
    label: 'Find and do anything',
    whileTyping: true,
  },
  help: { keys: ['?'], label: 'Keys' },
  goInbox: { keys: ['g i'], label: 'Go to the inbox' },
  goMentions: { keys: ['g m'], label: 'Go to the mentions' },
  goDoor: { keys: ['g d'], label: 'Go to the door' },
  goSettings: { keys: ['g s'], label: 'Go to settings' },
  notifications: { keys: ['g n'], label: 'Notifications' },
  promises: { keys: [], label: 'Promises, and their working' },
  details: { keys: [], label: 'About this contact' },
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
export function actionsNow(): { name: ShortcutName; label: string }[] {
  return shortcutNames.flatMap((name) => {
    const meaning = meaningOf(name);
    return meaning ? [{ name, label: meaning.label ?? shortcuts[name].label }] : [];
  });
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
      names: () => actionsNow().map(({ name }) => name),
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
