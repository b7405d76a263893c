import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Held, Press } from './key-match';
import { chordOf, createKeys, SEQUENCE_MS } from './key-match';

function press(key: string, more: Partial<Press> & { altGraph?: boolean } = {}): Press {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '';
  const { altGraph, ...rest } = more;
  return {
    key,
    code,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
    target: null,
    preventDefault: () => undefined,
    getModifierState: (name) => name === 'AltGraph' && altGraph === true,
    ...rest,
  };
}

test.each<[string, Press, string]>([
  ['a letter', press('j'), 'j'],
  ['a letter under caps lock', press('J'), 'j'],
  ['a letter with Shift', press('J', { shiftKey: true }), 'shift+j'],
  ['a letter with Shift under caps lock', press('j', { shiftKey: true }), 'shift+j'],
  ['? on an American keyboard', press('?', { shiftKey: true, code: 'Slash' }), '?'],
  ['? on a German keyboard', press('?', { shiftKey: true, code: 'Minus' }), '?'],
  ['? on a French keyboard', press('?', { shiftKey: true, code: 'KeyM' }), '?'],
  ['/ on a German keyboard', press('/', { shiftKey: true, code: 'Digit7' }), '/'],
  ['/ on a French keyboard', press('/', { shiftKey: true, code: 'Period' }), '/'],
  ['! on a French keyboard', press('!', { code: 'Slash' }), '!'],
  ['! on an American keyboard', press('!', { shiftKey: true, code: 'Digit1' }), '!'],
  ['/ behind AltGr', press('/', { ctrlKey: true, altKey: true, altGraph: true }), '/'],
  ['j on a Russian keyboard', press('о', { code: 'KeyJ' }), 'j'],
  ['j on a Greek keyboard', press('ξ', { code: 'KeyJ' }), 'j'],
  ['z where a German keyboard has it', press('z', { code: 'KeyY' }), 'z'],
  ['Ctrl K', press('k', { ctrlKey: true }), 'mod+k'],
  ['Ctrl K on a Russian keyboard', press('л', { ctrlKey: true, code: 'KeyK' }), 'mod+k'],
  ['Ctrl Shift Enter', press('Enter', { ctrlKey: true, shiftKey: true }), 'shift+mod+Enter'],
])('%s is read as it is meant', (_, event, chord) => {
  expect(chordOf(event, false)).toBe(chord);
});

test.each<[string, Press]>([
  ['the system key', press('k', { metaKey: true })],
  ['Alt', press('j', { altKey: true })],
  ['an input method at work', press('j', { isComposing: true })],
  ['an input method that hides the key', press('Process', { code: 'KeyJ' })],
  ['an accent that waits for its letter', press('Dead', { code: 'KeyE' })],
  ['Shift by itself', press('Shift', { shiftKey: true })],
  ['a key that somebody has answered', press('j', { defaultPrevented: true })],
])('%s is not ours', (_, event) => {
  expect(chordOf(event, false)).toBeNull();
});

test('on a Mac it is ⌘, and Ctrl is left to the system', () => {
  expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k');
  expect(chordOf(press('k', { ctrlKey: true }), true)).toBeNull();
});

const table = {
  next: { keys: ['j'], repeats: true },
  close: { keys: ['e'] },
  goInbox: { keys: ['g i'] },
  goSettings: { keys: ['g s'] },
} as const;
type Name = keyof typeof table;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function keyboard(meaningful: readonly Name[] = ['next', 'close', 'goInbox', 'goSettings']) {
  const pending: (Held<Name> | null)[] = [];
  const keys = createKeys<Name>({
    table,
    names: () => meaningful,
    mac: false,
    onPending: (held) => pending.push(held),
  });
  return {
    pending,
    typed: (...typed: string[]) => typed.map((key) => keys.press(press(key))),
    keys,
  };
}

test('two keys, one after the other, are one action, and the first shows what may follow', () => {
  const { typed, pending } = keyboard();
  expect(typed('g', 'i')).toEqual([null, 'goInbox']);
  expect(pending[0]).toEqual({
    key: 'g',
    next: [
      { key: 'i', name: 'goInbox' },
      { key: 's', name: 'goSettings' },
    ],
  });
  expect(pending.at(-1)).toBeNull();
});

test('what does not follow ends the sequence and does nothing else', () => {
  const { typed } = keyboard();
  expect(typed('g', 'e', 'e')).toEqual([null, null, 'close']);
});

test('the first key waits for one second', () => {
  const { typed, pending } = keyboard();
  typed('g');
  vi.advanceTimersByTime(SEQUENCE_MS);
  expect(pending.at(-1)).toBeNull();
  expect(typed('e')).toEqual(['close']);
});

test('where nothing can follow, nothing is waited for', () => {
  const { typed, pending } = keyboard(['close']);
  expect(typed('g', 'e')).toEqual([null, 'close']);
  expect(pending).toEqual([]);
});

test('a key that is held goes on only where that is meant', () => {
  const { keys } = keyboard();
  expect(keys.press(press('j', { repeat: true }))).toBe('next');
  expect(keys.press(press('e', { repeat: true }))).toBeNull();
});

test('an action without a meaning leaves its key alone', () => {
  expect(keyboard(['next']).typed('e')).toEqual([null]);
});
