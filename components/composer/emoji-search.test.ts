import { gemoji } from 'gemoji';
import { describe, expect, it } from 'vitest';
import { emojiLike } from './emoji-search';

const found = (query: string) => emojiLike(gemoji, query).map(({ emoji }) => emoji);

describe('looking for an emoji', () => {
  it.each([
    ['icecream', '🍦'],
    ['ice cream', '🍨'],
    ['thumbs up', '👍'],
    ['+1', '👍'],
    ['party', '🎉'],
    [':tada:', '🎉'],
    ['heart', '❤️'],
    ['Pray', '🙏'],
  ])('%j finds %s', (query, emoji) => {
    expect(found(query)).toContain(emoji);
  });

  it('finds nothing for what there is not, and for nothing', () => {
    expect(found('zzzz')).toEqual([]);
    expect(found('  ')).toEqual([]);
  });

  it('puts the one that is called so first', () => {
    expect(found('cake')[0]).toBe('🍰');
  });
});
