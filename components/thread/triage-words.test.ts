import { expect, test } from 'vitest';
import { leftWords, runsOnWords } from './triage-words';

const one = { asked: 1, refused: 1, why: 'Only leads do.', who: null, noteWith: null };
const many = { ...one, asked: 3, refused: 2 };

test.each([
  ['before one', one, 'Only leads do.'],
  ['elsewhere by now', { ...one, who: 'Ana Lima' }, 'Ana Lima: Only leads do.'],
  ['among many', many, '2 were left: Only leads do.'],
  ['with a note', { ...one, noteWith: 'Ana Lima' }, 'Only leads do. Your note is kept as a draft.'],
  [
    'among many with a note',
    { ...many, noteWith: 'Ana Lima' },
    '2 were left: Only leads do. Your note is kept as a draft with Ana Lima.',
  ],
  [
    'nothing to change, yet something to say',
    { ...one, refused: 0, why: undefined, noteWith: 'Ana Lima' },
    'Your note is kept as a draft.',
  ],
  ['nothing', { ...one, refused: 0, why: undefined }, ''],
])('tells what was left: %s', (_, left, told) => {
  expect(leftWords(left)).toBe(told);
});

test.each([
  [1, 0, ''],
  [1, 1, 'Nobody answered, so the clock runs on.'],
  [3, 1, 'One of them was not answered: its clock runs on.'],
  [3, 2, '2 of them were not answered: their clocks run on.'],
])('tells of %i that were closed that %i still wait', (closed, waiting, told) => {
  expect(runsOnWords(closed, waiting)).toBe(told);
});
