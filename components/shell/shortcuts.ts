'use client';

import { useEffect, useLayoutEffect } from 'react';

type Shortcut = {
  /** `KeyboardEvent.key`; `mod+` is Ctrl or ⌘. */
  keys: readonly string[];
  does: string;
  group: 'Move' | 'Decide' | 'Write';
  /** Also while the cursor is in a text field. */
  whileTyping?: true;
};

/** Everything that has a key, once: the key handler, the hints on buttons and the sheet read this. */
export const shortcuts = {
  next: { keys: ['j'], does: 'Next conversation', group: 'Move' },
  previous: { keys: ['k'], does: 'Previous conversation', group: 'Move' },
  open: { keys: ['Enter', 'o'], does: 'Open the conversation', group: 'Move' },
  leave: {
    keys: ['Escape'],
    does: 'Leave the text, then the conversation',
    group: 'Move',
    whileTyping: true,
  },
  claim: { keys: ['c'], does: 'Claim', group: 'Decide' },
  assign: { keys: ['a'], does: 'Assign to…', group: 'Decide' },
  close: { keys: ['e'], does: 'Close, and go to the next', group: 'Decide' },
  reply: { keys: ['r'], does: 'Reply', group: 'Write' },
  note: { keys: ['n'], does: 'Note', group: 'Write' },
  send: { keys: ['mod+Enter'], does: 'Send, or add the note', group: 'Write', whileTyping: true },
  help: { keys: ['?'], does: 'Show these keys', group: 'Move' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;

const names = Object.keys(shortcuts).filter((name): name is ShortcutName => name in shortcuts);
const handlers = new Map<ShortcutName, () => void>();

/** Gives a key its meaning while the caller is on the screen; `null` leaves it without one. */
export function useShortcut(name: ShortcutName, run: (() => void) | null) {
  // With the render, not after it: Send follows the last letter within milliseconds.
  useLayoutEffect(() => {
    if (!run) return;
    handlers.set(name, run);
    return () => {
      if (handlers.get(name) === run) handlers.delete(name);
    };
  }, [name, run]);
}

/** Listens to the keyboard. To be used once, by the shell. */
export function useShortcutKeys() {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const name = names.find((candidate) => isMeant(shortcuts[candidate], event));
      const run = name && handlers.get(name);
      if (!run) return;
      event.preventDefault();
      run();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isMeant(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (document.querySelector('dialog[open]')) return false;
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  if (!shortcut.keys.includes(`${mod}${event.key}`)) return false;
  if (isTyping(event.target)) return shortcut.whileTyping === true;
  return !(event.key === 'Enter' && mod === '' && isPressable(event.target));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary') !== null;
}
