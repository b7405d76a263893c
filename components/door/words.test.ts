import { expect, test } from 'vitest';
import { broughtBy, effectLines, turnWords } from './words';

const none = {
  known: 0,
  gained: 0,
  perhapsGained: 0,
  lost: 0,
  perhapsLost: 0,
  admitted: 0,
  refused: 0,
  unclear: 0,
};

test('says what changes first, and nothing of nobody', () => {
  expect(effectLines({ ...none, known: 12, gained: 9, refused: 3 }, 'scoops')).toEqual([
    { count: 9, says: 'cannot message @scoops now, and could then' },
    { count: 3, says: 'cannot either way' },
  ]);
  expect(effectLines(none, 'scoops')).toEqual([]);
});

test('says who brought a change about and how', () => {
  expect(broughtBy({ how: 'switched', by: 'Ada' }, 'x')).toBe('Ada set it from here');
  expect(broughtBy({ how: 'recorded', by: 'Ada' }, 'x')).toBe('Ada set it on X and recorded it');
  expect(broughtBy({ how: 'found', by: null }, 'x')).toBe('Found on X when somebody asked');
  expect(turnWords('nobody', 'scoops')).toBe('Close @scoops to strangers');
});
