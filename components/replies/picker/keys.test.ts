import { expect, test } from 'vitest';
import { keyOf } from './keys';

const free = { code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

function moved(key: string, at: number, count: number, more: Partial<KeyboardEvent> = {}) {
  const found = keyOf({ ...free, key, ...more });
  return found && 'to' in found ? [found.does, found.to(at, count)] : found;
}

test('the arrows go round', () => {
  expect(moved('ArrowDown', 2, 3)).toEqual(['move', 0]);
  expect(moved('ArrowUp', 0, 3)).toEqual(['move', 2]);
  expect(moved('Home', 2, 3)).toEqual(['move', 0]);
  expect(moved('End', 0, 3)).toEqual(['move', 2]);
  expect(moved('ArrowLeft', 0, 2)).toEqual(['turn', 1]);
  expect(moved('ArrowRight', 0, 2)).toEqual(['turn', 1]);
});

test('Alt and a figure is that language, if there are so many', () => {
  expect(moved('™', 0, 3, { altKey: true, code: 'Digit2' })).toEqual(['turn', 1]);
  expect(moved('9', 1, 3, { altKey: true, code: 'Digit9' })).toEqual(['turn', 1]);
});

test('Enter and Tab take, Escape closes', () => {
  expect(keyOf({ ...free, key: 'Enter' })).toEqual({ does: 'take' });
  expect(keyOf({ ...free, key: 'Tab' })).toEqual({ does: 'take' });
  expect(keyOf({ ...free, key: 'Escape' })).toEqual({ does: 'close' });
});

test('letters, sending and a new line go their usual way', () => {
  expect(keyOf({ ...free, key: 'a' })).toBeNull();
  expect(keyOf({ ...free, key: 'Enter', ctrlKey: true })).toBeNull();
  expect(keyOf({ ...free, key: 'Enter', shiftKey: true })).toBeNull();
  expect(keyOf({ ...free, key: 'a', altKey: true, code: 'KeyA' })).toBeNull();
});
