import { expect, test } from 'vitest';
import { shortcutGroups } from './shortcut-groups';
import { shortcutNames, shortcuts } from './shortcuts';

/** The key map that people were promised. */
const promised: Record<string, string> = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  o: 'open',
  Escape: 'leave',
  c: 'claim',
  a: 'assign',
  t: 'team',
  p: 'priority',
  x: 'select',
  'shift+j': 'extendDown',
  'shift+k': 'extendUp',
  'g i': 'goInbox',
  'g d': 'goDoor',
  'g m': 'goMentions',
  'g r': 'goReplies',
  m: 'takePrivate',
  r: 'reply',
  n: 'note',
  '/': 'search',
  'mod+Enter': 'send',
  'shift+mod+Enter': 'sendAndClose',
  e: 'close',
  s: 'snooze',
  l: 'labels',
  u: 'markUnread',
  z: 'undo',
  '!': 'spam',
  '?': 'help',
  'mod+k': 'palette',
};

/** Keys of parts that are not built yet: nothing else may take them. */
const reserved = ['g t'];

const bound = shortcutNames.flatMap((name) => shortcuts[name].keys.map((key) => ({ key, name })));

test.each(Object.entries(promised))('%s is the key of %s', (key, name) => {
  expect(bound).toContainEqual({ key, name });
});

test('no key has two meanings', () => {
  const keys = bound.map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)]);
});

test('no single key hides behind the first key of a sequence', () => {
  const firsts = bound.flatMap(({ key }) => (key.includes(' ') ? [key.split(' ')[0]] : []));
  expect(bound.filter(({ key }) => firsts.includes(key))).toEqual([]);
});

test('keys of parts to come are free', () => {
  expect(bound.filter(({ key }) => reserved.includes(key))).toEqual([]);
});

test('only keys that write nothing work while one writes', () => {
  const free = shortcutNames.filter((name) => 'whileTyping' in shortcuts[name]);
  const keys = free.flatMap((name) => [...shortcuts[name].keys]);
  expect(keys.filter((key) => !/mod\+|^Escape$/.test(key))).toEqual([]);
});

test('what has keys is in the sheet, once', () => {
  const listed = Object.values(shortcutGroups).flat();
  expect([...listed].sort()).toEqual([...new Set(bound.map(({ name }) => name))].sort());
});
