import type { Lexicon, Sign, Signal } from './signal';
import type { Token } from './tokens';

type Entry = { signal: Signal; weight: number };

/** A lexicon as it is looked up: by its first word, then by the longest phrase. */
export type PhraseBook = {
  entries: ReadonlyMap<string, readonly Entry[]>;
  /** How many words the longest phrase with this first word has. */
  longest: ReadonlyMap<string, number>;
  negators: ReadonlySet<string>;
  deniable: ReadonlySet<string>;
  strengtheners: ReadonlySet<string>;
  askers: ReadonlySet<string>;
  common: ReadonlySet<string>;
  spans: ReadonlySet<string>;
};

export function phraseBookOf(lexicon: Lexicon): PhraseBook {
  const entries = new Map<string, Entry[]>();
  const longest = new Map<string, number>();
  for (const [signal, weight, phrases] of lexicon.phrases) {
    for (const phrase of listed(phrases)) {
      const known = entries.get(phrase) ?? [];
      if (known.some((entry) => entry.signal === signal)) continue;
      known.push({ signal, weight });
      entries.set(phrase, known);
      const words = phrase.split(' ');
      const [first = ''] = words;
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    }
  }
  return {
    entries,
    longest,
    negators: new Set(listed(lexicon.negators)),
    deniable: new Set(listed(lexicon.deniable)),
    strengtheners: new Set(listed(lexicon.strengtheners)),
    askers: new Set(listed(lexicon.askers)),
    common: new Set(listed(lexicon.common)),
    spans: new Set(listed(lexicon.spans)),
  };
}

/** What stands in a message of what the book knows; of two phrases for one thing the longer. */
export function signsIn(tokens: readonly Token[], book: PhraseBook): Sign[] {
  /** Up to which token each signal has been told of. */
  const told = new Map<Signal, number>();
  return tokens.flatMap((_, at) =>
    phrasesAt(tokens, at, book).flatMap(({ signal, weight, words }) => {
      if ((told.get(signal) ?? -1) >= at) return [];
      told.set(signal, at + words - 1);
      return [{ signal, weight, from: tokens[at]?.from ?? 0, to: tokens[at + words - 1]?.to ?? 0 }];
    }),
  );
}

/** What begins with a token, the longest first. */
function phrasesAt(
  tokens: readonly Token[],
  at: number,
  book: PhraseBook,
): (Entry & { words: number })[] {
  const found: (Entry & { words: number })[] = [];
  let phrase = '';
  const longest = book.longest.get(tokens[at]?.text ?? '') ?? 0;
  for (let words = 1; words <= longest; words += 1) {
    const token = tokens[at + words - 1];
    if (token?.kind !== 'word') break;
    phrase = words === 1 ? token.text : `${phrase} ${token.text}`;
    const entries = book.entries.get(phrase);
    if (entries) found.unshift(...entries.map((entry) => ({ ...entry, words })));
  }
  return found;
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((phrase) => phrase.replaceAll(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}
