import { signals } from './signal';
import type { Token } from './tokens';
import type { Strengths } from './weigh';

/** What a message is to the learner: places in a table of `BUCKETS`, and how much stands in each. */
export type Features = { buckets: readonly number[]; amounts: readonly number[] };

/** A power of two. The first places are for the signals, the others for words and pairs of words. */
export const BUCKETS = 4_096;
const FIRST_WORD = 64;
const MOST_WORDS = 80;

/** The same message always has the same features. */
export function featuresOf(tokens: readonly Token[], strengths: Strengths): Features {
  const amounts = new Map<number, number>([[0, SURE]]);
  for (const [signal, strength] of strengths) {
    amounts.set(1 + signals.indexOf(signal), SIGNAL * strength);
  }
  const words = tokens.slice(0, MOST_WORDS).map(wordOf);
  const terms = new Set(words.flatMap((word, at) => [word, `${words[at - 1] ?? '^'} ${word}`]));
  const share = 1 / Math.sqrt(Math.max(1, terms.size));
  for (const term of terms) {
    const bucket = bucketOf(term);
    amounts.set(bucket, (amounts.get(bucket) ?? 0) + share);
  }
  return { buckets: [...amounts.keys()], amounts: [...amounts.values()] };
}

/** How much one's own words count beside what the lexicon sees in them. */
const SIGNAL = 0.25;
const SURE = 0.2;

function wordOf({ kind, text }: Token): string {
  if (kind === 'mention' || kind === 'link') return kind;
  return /^\d+$/.test(text) ? '0' : text;
}

/** FNV-1a, over the places that words may take. */
function bucketOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) {
    hash ^= term.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return FIRST_WORD + ((hash >>> 0) % (BUCKETS - FIRST_WORD));
}
