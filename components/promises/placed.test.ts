import { expect, test } from 'vitest';
import { placed } from './placed';

const ids = ['a', 'b', 'c', 'd'];

test.each([
  ['a', { id: 'c', after: true }, 'bcad'],
  ['a', { id: 'c', after: false }, 'bacd'],
  ['d', { id: 'b', after: false }, 'adbc'],
  ['d', { id: 'b', after: true }, 'abdc'],
  ['a', { id: 'b', after: false }, 'abcd'],
  ['b', { id: 'a', after: true }, 'abcd'],
  ['b', { id: 'b', after: true }, 'abcd'],
  ['gone', { id: 'b', after: true }, 'abcd'],
  ['b', { id: 'gone', after: true }, 'abcd'],
])('%s is put beside %o: %s', (id, beside, expected) => {
  expect(placed(ids, id, beside).join('')).toBe(expected);
});

test('held still over a line of any height, it stays where it is', () => {
  const heights: Record<string, number> = { a: 40, b: 130, c: 60, d: 20 };
  for (const id of ids) {
    for (let y = 0; y < 250; y++) {
      const once = overAt(ids, { id, y, heights });
      expect(overAt(once, { id, y, heights }), `${id} at ${y}`).toEqual(once);
    }
  }
});

type Held = { id: string; y: number; heights: Record<string, number> };

/** The order once `id` is dragged to where the pointer is, `y` below the top of the list. */
function overAt(order: readonly string[], { id, y, heights }: Held): string[] {
  let top = 0;
  for (const each of order) {
    const height = heights[each] ?? 0;
    if (y < top + height) return placed(order, id, { id: each, after: y > top + height / 2 });
    top += height;
  }
  return [...order];
}
