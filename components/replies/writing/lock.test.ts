import { expect, test } from 'vitest';
import { isLocked, toggledLock } from './lock';

/** The body with what was selected between bars, as it is afterwards. */
function toggled(marked: string): string | null {
  const from = marked.indexOf('|');
  const to = marked.lastIndexOf('|') - 1;
  const body = marked.replaceAll('|', '');
  const done = toggledLock(body, from, to);
  if (!done) return null;
  const after = body.slice(0, done.from) + done.text + body.slice(done.to);
  const { selectFrom, selectTo } = done;
  return `${after.slice(0, selectFrom)}|${after.slice(selectFrom, selectTo)}|${after.slice(selectTo)}`;
}

test('what is selected is locked and stays selected', () => {
  expect(toggled('We |refund| you.')).toBe('We [[|refund|]] you.');
});

test('the space that a double click takes along stays outside', () => {
  expect(toggled('We |refund |you.')).toBe('We [[|refund|]] you.');
});

test('nothing is locked where nothing is selected', () => {
  expect(toggled('We || you.')).toBeNull();
  expect(toggled('We |  | you.')).toBeNull();
});

test('a selection in a locked part unlocks all of it', () => {
  expect(toggled('We [[ref|un|d]] you.')).toBe('We |refund| you.');
});

test('the cursor in a locked part is enough to unlock it, beside one it is not', () => {
  expect(toggled('We [[ref||und]].')).toBe('We |refund|.');
  expect(isLocked('We [[refund]].', 3, 3)).toBe(false);
});

test('a locked part inside the selection becomes a part of the new one', () => {
  expect(toggled('|We [[refund]] you.|')).toBe('[[|We refund you.|]]');
});
