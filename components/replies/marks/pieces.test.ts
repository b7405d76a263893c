import { expect, test } from 'vitest';
import { marksOf, piecesOf } from './pieces';

const text = 'Ana, a new tub comes. Thank you.';
const tub = { from: 5, to: 21 };

test('locked words are marked where they stand', () => {
  const marks = marksOf(text, [{ kind: 'intact', locked: [tub] }, { kind: 'gone' }]);
  expect(piecesOf(text, marks)).toEqual([
    { from: 0, text: 'Ana, ', kind: null },
    { from: 5, text: 'a new tub comes.', kind: 'kept' },
    { from: 21, text: ' Thank you.', kind: null },
  ]);
});

test('changed ones are marked as changed, beside those that are left', () => {
  const marks = marksOf('a new pot comes. It is free.', [
    { kind: 'strayed', missing: ['a new tub comes.'], locked: [{ from: 17, to: 28 }] },
  ]);
  expect(marks.map(({ kind }) => kind)).toEqual(['strayed', 'kept']);
});

test('a text without marks is one piece, and what overlaps is marked once', () => {
  expect(piecesOf(text, [])).toEqual([{ from: 0, text, kind: null }]);
  const twice = piecesOf(text, [
    { ...tub, kind: 'kept' },
    { from: 10, to: 30, kind: 'strayed' },
  ]);
  expect(twice.map(({ text: words }) => words).join('')).toBe(text);
  expect(twice).toHaveLength(3);
});
