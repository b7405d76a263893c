import { expect, test } from 'vitest';
import { sidesOf } from './difference';

function marked(before: string, after: string): [string, string] {
  const sides = sidesOf(before, after);
  const told = (side: typeof sides.before) =>
    side.map(({ text, only }) => (only ? `<${text}>` : text)).join('');
  return [told(sides.before), told(sides.after)];
}

test('two texts are told apart by words, not by letters', () => {
  expect(marked('We refund you today.', 'We repay you today.')).toEqual([
    'We <refund> you today.',
    'We <repay> you today.',
  ]);
});

test('what is the same has no marks, and each side is its whole text', () => {
  expect(marked('Same.', 'Same.')).toEqual(['Same.', 'Same.']);
  const { before, after } = sidesOf('a b\n\nc', 'a d\n\nc e');
  expect(before.map(({ text }) => text).join('')).toBe('a b\n\nc');
  expect(after.map(({ text }) => text).join('')).toBe('a d\n\nc e');
});
