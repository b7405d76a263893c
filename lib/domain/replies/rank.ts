import { gapsBetween, plainWords } from '../search/loosely';

/** A reply as far as it is looked for. */
type Findable = {
  key: string;
  title: string;
  versions: readonly { body: string }[];
  sentFor: Readonly<Record<string, number>>;
  lastSentAt: string | null;
};

type Folded = {
  key: string;
  /** Each word has a space before it. */
  name: string;
  text: string;
  uses: number;
};

/** Replies ready to be looked through, the most likely first. */
export type Shelf<T extends Findable> = readonly { reply: T; folded: Folded }[];

/** What a list says, folded once however often it is looked through. */
const foldedLists = new WeakMap<readonly Findable[], readonly Folded[]>();

/** In the order of their use: for this intent, then at all, then lately. No key press has to sort. */
export function shelfOf<T extends Findable>(
  replies: readonly T[],
  intent: string | null,
): Shelf<T> {
  const folded = foldedLists.get(replies) ?? replies.map(fold);
  foldedLists.set(replies, folded);
  const usesFor = ({ sentFor }: T) => (intent === null ? 0 : (sentFor[intent] ?? 0));
  return replies
    .flatMap((reply, at) => {
      const words = folded[at];
      return words ? [{ reply, folded: words, uses: usesFor(reply) }] : [];
    })
    .sort(
      (a, b) =>
        b.uses - a.uses ||
        b.folded.uses - a.folded.uses ||
        compare(b.reply.lastSentAt ?? '', a.reply.lastSentAt ?? '') ||
        compare(a.reply.key, b.reply.key),
    );
}

/**
 * What answers the letters after a slash: the key itself, keys that begin so, words of the title, words of the text,
 * then what only has the letters in its name. Among equals the shelf's order stays. Several words are sought in names
 * only: a sentence that goes on after a slash finds nothing.
 */
export function repliesLike<T extends Findable>(shelf: Shelf<T>, typed: string): T[] {
  const key = typed.trim().toLowerCase();
  const sought = plainWords(typed);
  if (sought === '') return key === '' ? shelf.map(({ reply }) => reply) : [];
  const parts = sought.split(' ').map((part) => ` ${part}`);
  const several = /\s/.test(typed.trim());
  const tiers: T[][] = [[], [], [], [], []];
  for (const { reply, folded } of shelf) {
    const tier = tierOf(folded, { key, sought, parts, several });
    if (tier !== null) tiers[tier]?.push(reply);
  }
  return tiers.flat();
}

type Sought = { key: string; sought: string; parts: readonly string[]; several: boolean };

function tierOf(folded: Folded, { key, sought, parts, several }: Sought): number | null {
  if (folded.key === key) return 0;
  if (folded.key.startsWith(key)) return 1;
  if (parts.every((part) => folded.name.includes(part))) return 2;
  if (!several && parts.every((part) => folded.name.includes(part) || folded.text.includes(part))) {
    return 3;
  }
  return gapsBetween(sought, folded.name) === null ? null : 4;
}

function fold({ key, title, versions, sentFor }: Findable): Folded {
  return {
    key,
    name: ` ${plainWords(`${title} ${key}`)}`,
    text: ` ${plainWords(versions.map(({ body }) => body).join(' '))}`,
    uses: Object.values(sentFor).reduce((sum, count) => sum + count, 0),
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
