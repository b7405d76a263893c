import { gapsAmong, lettersOf, plainWords } from '../search/loosely';

/** A reply as far as it is looked for. */
type Findable = {
  key: string;
  title: string;
  versions: readonly { body: string }[];
  sentFor: Readonly<Record<string, number>>;
  lastSentAt: string | null;
};

type Folded = {
  /** Its title and its key; each word has a space before it. */
  name: string;
  /** The words of its texts, each once. */
  words: readonly string[];
  uses: number;
};

/** Replies ready to be looked through, the most likely first. */
export type Shelf<T extends Findable> = {
  lines: readonly { reply: T; name: string; at: number }[];
  texts: Texts;
};

/** In which replies of a list each word stands, by their places. */
type Texts = ReadonlyMap<string, readonly number[]>;

const folds = new WeakMap<Findable, Folded>();
const texts = new WeakMap<readonly Findable[], Texts>();

/** In the order of their use: for this intent, then at all, then lately. No key press has to sort. */
export function shelfOf<T extends Findable>(
  replies: readonly T[],
  intent: string | null,
): Shelf<T> {
  const usesFor = ({ sentFor }: T) => (intent === null ? 0 : (sentFor[intent] ?? 0));
  const lines = replies
    .map((reply, at) => ({ reply, at, ...foldedOf(reply), usesFor: usesFor(reply) }))
    .sort(
      (a, b) =>
        b.usesFor - a.usesFor ||
        b.uses - a.uses ||
        compare(b.reply.lastSentAt ?? '', a.reply.lastSentAt ?? '') ||
        compare(a.reply.key, b.reply.key),
    );
  return { lines, texts: textsOf(replies) };
}

/**
 * What answers the letters after a slash: the key itself, keys that begin so, words of the title, words of the text,
 * then what only has the letters in its name. Among equals the shelf's order stays. Several words are sought in names
 * only: a sentence that goes on after a slash finds nothing.
 */
export function repliesLike<T extends Findable>(shelf: Shelf<T>, typed: string): T[] {
  const key = typed.trim().toLowerCase();
  const sought = plainWords(typed);
  if (sought === '') return key === '' ? shelf.lines.map(({ reply }) => reply) : [];
  const words = sought.split(' ');
  const wanted: Sought = {
    key,
    letters: lettersOf(sought),
    parts: words.map((word) => ` ${word}`),
    among: /\s/.test(typed.trim()) ? null : withWords(shelf, words),
  };
  const tiers: T[][] = tierNames.map(() => []);
  for (const line of shelf.lines) {
    const tier = tierOf(line, wanted);
    if (tier !== null) tiers[tierNames.indexOf(tier)]?.push(line.reply);
  }
  return tiers.flat();
}

const tierNames = ['key', 'begun', 'named', 'said', 'scattered'] as const;

type Sought = {
  key: string;
  letters: readonly string[];
  parts: readonly string[];
  among: Uint8Array | null;
};

function tierOf(
  { reply, name, at }: Shelf<Findable>['lines'][number],
  { key, letters, parts, among }: Sought,
): (typeof tierNames)[number] | null {
  if (reply.key === key) return 'key';
  if (reply.key.startsWith(key)) return 'begun';
  if (parts.every((part) => name.includes(part))) return 'named';
  if (among?.[at]) return 'said';
  return gapsAmong(letters, name) === null ? null : 'scattered';
}

/** Folds a reply ahead of time: all of a long list at once would be felt. */
export function foldedOf(reply: Findable): Folded {
  const known = folds.get(reply);
  if (known) return known;
  const { key, title, versions, sentFor } = reply;
  const said = plainWords(versions.map(({ body }) => body).join(' '));
  const folded = {
    name: ` ${plainWords(`${title} ${key}`)}`,
    words: [...new Set(said.split(' '))],
    uses: Object.values(sentFor).reduce((sum, count) => sum + count, 0),
  };
  folds.set(reply, folded);
  return folded;
}

function textsOf(replies: readonly Findable[]): Texts {
  const known = texts.get(replies);
  if (known) return known;
  const built = new Map<string, number[]>();
  for (const [at, reply] of replies.entries()) {
    for (const word of foldedOf(reply).words) {
      const places = built.get(word);
      if (places) places.push(at);
      else built.set(word, [at]);
    }
  }
  texts.set(replies, built);
  return built;
}

/** For each place of the list whether words that begin like all of these stand in that text; one letter says nothing. */
function withWords(shelf: Shelf<Findable>, words: readonly string[]): Uint8Array | null {
  if (words.some((word) => [...word].length < 2)) return null;
  const found = new Uint8Array(shelf.lines.length);
  for (const [round, begun] of words.entries()) {
    for (const at of placesOf(shelf.texts, begun)) if (found[at] === round) found[at] = round + 1;
  }
  return found.map((rounds) => (rounds === words.length ? 1 : 0));
}

/** Where a word begins so. */
function placesOf(all: Texts, begun: string): number[] {
  const places: number[] = [];
  for (const [word, at] of all) if (word.startsWith(begun)) for (const one of at) places.push(one);
  return places;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
