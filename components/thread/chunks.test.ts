import { expect, it } from 'vitest';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import { chunksOf } from './chunks';
import type { Entry } from './timeline';

const said = (id: string): Entry => ({
  kind: 'said',
  key: `key-${id}`,
  message: { id } as MessageItem,
  first: true,
  next: null,
});
const day = (key: string): Entry => ({ kind: 'day', key, at: '' });

function shape(entries: Entry[], pageStarts: string[]): [string, string[]][] {
  return chunksOf(entries, pageStarts).map(({ key, entries: held }) => [
    key,
    held.map((entry) => entry.key),
  ]);
}

it('cuts a conversation where its pages begin', () => {
  const lines = [day('mon'), said('a'), said('b'), day('tue'), said('c'), said('d')];
  expect(shape(lines, ['c', 'a'])).toEqual([
    ['key-a', ['mon', 'key-a', 'key-b', 'tue']],
    ['key-c', ['key-c', 'key-d']],
  ]);
});

it('keeps the name of a part when older ones come before it', () => {
  const newest = [said('c'), said('d')];
  const [alone] = shape(newest, ['c']);
  const [, after] = shape([said('a'), said('b'), ...newest], ['c', 'a']);
  expect(after).toEqual(alone);
});

it('makes nothing of nothing', () => {
  expect(shape([], [])).toEqual([]);
});
