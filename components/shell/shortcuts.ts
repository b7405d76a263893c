'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Held } from './key-match';
import { createKeys } from './key-match';
import { isMac } from './mac';

type Shortcut = {
  /** `KeyboardEvent.key` in lower case; `mod+` is Ctrl or ⌘; "g i" is one key after the other. */
  keys: readonly string[];
  label: string;
  group: Group;
  /** Also while the cursor is in a text field. */
  whileTyping?: true;
  /** Goes on for as long as the key is held. */
  repeats?: true;
};

type Group = 'Move' | 'Decide' | 'Write' | 'Porchlight';

/** Everything that can be done, once: the keys, the hints on buttons, the palette and the sheet read this. */
export const shortcuts = {
  next: { keys: ['j'], label: 'Next conversation', group: 'Move', repeats: true },
  previous: { keys: ['k'], label: 'Previous conversation', group: 'Move', repeats: true },
  open: { keys: ['Enter', 'o'], label: 'Open the conversation', group: 'Move' },
  leave: {
    keys: ['Escape'],
    label: 'Leave the text, then the conversation',
    group: 'Move',
    whileTyping: true,
  },
  search: { keys: ['/'], label: 'Search', group: 'Move' },
  select: { keys: ['x'], label: 'Select the conversation', group: 'Move' },
  extendDown: { keys: ['shift+j'], label: 'Select downwards', group: 'Move', repeats: true },
  views: { keys: ['['], label: 'Show or hide the views', group: 'Move' },
  extendUp: { keys: ['shift+k'], label: 'Select upwards', group: 'Move', repeats: true },
  selectAll: { keys: [], label: 'Select all in this view', group: 'Move' },

  claim: { keys: ['c'], label: 'Claim', group: 'Decide' },
  assign: { keys: ['a'], label: 'Assign to…', group: 'Decide' },
  team: { keys: ['t'], label: 'Team…', group: 'Decide' },
  priority: { keys: ['p'], label: 'Priority…', group: 'Decide' },
  labels: { keys: ['l'], label: 'Labels…', group: 'Decide' },
  snooze: { keys: ['s'], label: 'Snooze…', group: 'Decide' },
  close: { keys: ['e'], label: 'Close, and go to the next', group: 'Decide' },
  status: { keys: [], label: 'Status…', group: 'Decide' },
  reopen: { keys: [], label: 'Reopen', group: 'Decide' },
  noAnswer: { keys: [], label: 'No answer was needed', group: 'Decide' },
  spam: { keys: ['!'], label: 'Spam', group: 'Decide' },
  intent: { keys: ['i'], label: 'What it is…', group: 'Decide' },
  markUnread: { keys: ['u'], label: 'Mark unread', group: 'Decide' },
  undo: { keys: ['z'], label: 'Undo', group: 'Decide' },

  reply: { keys: ['r'], label: 'Reply', group: 'Write' },
  note: { keys: ['n'], label: 'Note', group: 'Write' },
  takePrivate: { keys: ['m'], label: 'Take private', group: 'Write' },
  send: { keys: ['mod+Enter'], label: 'Send, or add the note', group: 'Write', whileTyping: true },
  sendAndClose: {
    keys: ['shift+mod+Enter'],
    label: 'Send and close',
    group: 'Write',
    whileTyping: true,
  },
  attach: { keys: [], label: 'Attach a file…', group: 'Write' },
  emoji: { keys: [], label: 'Insert an emoji…', group: 'Write' },

  palette: {
    keys: ['mod+k'],
    label: 'Find and do anything',
    group: 'Porchlight',
    whileTyping: true,
  },
  help: { keys: ['?'], label: 'Keys', group: 'Porchlight' },
  goInbox: { keys: ['g i'], label: 'Go to the inbox', group: 'Porchlight' },
  goMentions: { keys: ['g m'], label: 'Go to the mentions', group: 'Porchlight' },
  goDoor: { keys: ['g d'], label: 'Go to the door', group: 'Porchlight' },
  goSettings: { keys: ['g s'], label: 'Go to settings', group: 'Porchlight' },
  notifications: { keys: ['g n'], label: 'Notifications', group: 'Porchlight' },
  promises: { keys: [], label: 'Promises, and their working', group: 'Porchlight' },
  details: { keys: [], label: 'About this contact', group: 'Porchlight' },
} as const satisfies Record<string, Shortcut>;

export const shortcutGroups = ['Move', 'Decide', 'Write', 'Porchlight'] as const satisfies Group[];

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
