import { describe, expect, it, test } from 'vitest';
import { soughtBySlash, spaced } from './slash';

const cases: readonly [text: string, sought: string | null][] = [
  ['/', ''],
  ['/mel', 'mel'],
  ['Ana, /', ''],
  ['Ana,\n/melted-same', 'melted-same'],
  ['/melted same', 'melted same'],
  ['/melted ', 'melted '],
  ['', null],
  ['Ana', null],
  ['/ ', null],
  ['/ or', null],
  ['//', null],
  ['and/or', null],
  ['1/2', null],
  ['https://x.com/a', null],
  ['/usr/bin', null],
  ['/melted\n', null],
  ['/one two three', 'one two three'],
  ['/one two three four', null],
];

test.each(cases)('%j seeks %j', (text, sought) => {
  expect(soughtBySlash(text)).toBe(sought);
});

describe('what is put into a text', () => {
  it('stands by itself at its beginning and its end', () => {
    expect(spaced('A new tub.', { before: '', after: '' })).toBe('A new tub.');
    expect(spaced('A new tub.', { before: 'Ana, ', after: '\nMo' })).toBe('A new tub.');
  });

  it('touches no word', () => {
    expect(spaced('A new tub.', { before: 'Ana,', after: 'Mo' })).toBe(' A new tub. ');
    expect(spaced('a new tub', { before: 'It is', after: ', Ana' })).toBe(' a new tub');
  });

  it('begins a line of its own where it has several', () => {
    expect(spaced('One.\nTwo.', { before: 'Ana,', after: 'Mo' })).toBe('\nOne.\nTwo.\n');
  });
});
