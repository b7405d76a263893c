import { expect, test } from 'vitest';
import { whereStrayed } from './strayed';

const words = 'a new tub is on its way and will be with you before 17:30';

function found(text: string): string | null {
  const range = whereStrayed(text, words);
  return range && text.slice(range.from, range.to);
}

test('changed words are found from the first that is left to the last', () => {
  expect(found('Ana, a new tub is on its way and will be with you before 19:30. Thank you.')).toBe(
    'a new tub is on its way and will be with you before 19:30',
  );
  expect(found('Ana, a new pot is perhaps on its way and will be with you by 17:30!')).toBe(
    'a new pot is perhaps on its way and will be with you by 17:30',
  );
});

test('what has little left of them, or lies far apart, is no place', () => {
  expect(found('We have no tub for you.')).toBeNull();
  expect(found(`a new tub ${'of something else entirely '.repeat(12)} before 17:30`)).toBeNull();
});
