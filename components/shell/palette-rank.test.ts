import { expect, test } from 'vitest';
import { rank, scoreOf } from './palette-rank';

test.each([
  ['clo', 'Close, and go to the next'],
  ['next', 'Next conversation'],
  ['go next', 'Close, and go to the next'],
  ['mu', 'Mark unread'],
  ['mkunr', 'Mark unread'],
  ['noe', 'Noé Lévêque'],
  ['LEVEQUE', 'Noé Lévêque'],
  ['山', '山田 太郎'],
])('%s finds %s', (query, label) => {
  expect(scoreOf(query, label)).not.toBeNull();
});

test.each([
  ['xyz', 'Close, and go to the next'],
  ['zz', 'Snooze…'],
  ['cc', 'Close, and go to the next'],
])('%s does not find %s', (query, label) => {
  expect(scoreOf(query, label)).toBeNull();
});

const items = ['Close', 'Claim', 'Reclose', 'Go to closed'].map((label) => ({ id: label, label }));

function order(query: string, recent: readonly string[] = []) {
  return rank(query, items, recent).map(({ item }) => item.label);
}

test('the beginning is better than the beginning of a word, and that better than the middle', () => {
  expect(order('clos')).toEqual(['Close', 'Go to closed', 'Reclose']);
});

test('of equals, what was used last comes first', () => {
  expect(order('cl', ['Claim'])[0]).toBe('Claim');
});

test('recent use does not lift a poor match over a good one', () => {
  expect(order('close', ['Reclose'])[0]).toBe('Close');
});

test('without a query everything is there, in its own order', () => {
  expect(order('', ['Reclose'])).toEqual(items.map(({ label }) => label));
});
