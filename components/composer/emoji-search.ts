export type Emoji = {
  emoji: string;
  description: string;
  names: readonly string[];
  tags: readonly string[];
};

const mostFound = 96;

/** Those with a word for each of the words asked for, by its beginning; closest name first. */
export function emojiLike<One extends Emoji>(all: readonly One[], query: string): One[] {
  const wanted = query
    .toLowerCase()
    .split(/[\s:_-]+/)
    .filter(Boolean);
  if (wanted.length === 0) return [];
  const found = all
    .map((one) => ({ one, rank: rankOf(one, wanted) }))
    .filter(({ rank }) => rank < nowhere);
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostFound)
    .map(({ one }) => one);
}

const nowhere = 9;

function rankOf({ description, names, tags }: Emoji, wanted: readonly string[]): number {
  const ranks = wanted.map((word) => {
    if (names.includes(word)) return 0;
    if (names.some((name) => name.split('_').some((part) => part.startsWith(word)))) return 1;
    if (tags.some((tag) => tag.startsWith(word))) return 2;
    const inWords = description.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return inWords.some((part) => part.startsWith(word)) ? 3 : nowhere;
  });
  return Math.max(...ranks);
}
