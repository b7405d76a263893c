import { dutch } from '../triage/lexicon/dutch';
import { french } from '../triage/lexicon/french';
import { german } from '../triage/lexicon/german';
import { italian } from '../triage/lexicon/italian';
import { portuguese } from '../triage/lexicon/portuguese';
import { spanish } from '../triage/lexicon/spanish';
import type { Token } from '../triage/tokens';
import { tokensOf } from '../triage/tokens';

/** A message by what it says and where it stands. */
export type Said = { conversationId: string; text: string };

export type Phrase = {
  /** As somebody wrote it, so that a search finds it. */
  words: string;
  /** In how many conversations somebody wrote it. */
  conversations: number;
  /** The beginning of the first of the messages that were given. */
  example: string;
};

const fewestWords = 2;
const mostWords = 5;
/** What one or two wrote is no common wording. */
const fewestConversations = 3;
const mostPhrases = 20;
const sameProblem = 0.8;
/** What comes behind these is not among the most common any more. */
const mostCompared = 500;
const exampleLength = 100;
/** A longer phrase takes the place of one in it that is hardly ever said otherwise. */
const nearlyAlways = 0.6;

// What holds sentences together in English; as ends of a phrase these words say nothing.
const english = `the, a, an, and, or, but, if, so, of, to, in, on, at, by, for, from, with, about, as, into, than, then, that, this, these, those,
  it, its, is, are, was, were, be, been, am, im, ive, ill, id, i, me, my, mine, you, your, yours, youre, u, ur, he, she, his, her, we, us, our, they, them, their,
  do, does, did, have, has, had, having, can, could, will, would, should, may, might, must, just, really, very, too, also, please, pls, thanks, thank, hi, hello,
  hey, there, here, what, whats, who, how, when, where, why, which, not, no, yes, any, some, all, more, still, again, now, get, got, going, go, ok, one, out, up, own, good, morning, afternoon, evening, s, t`;

// What the lists of those languages, which tell them apart, leave out.
const others = `guten, tag, morgen, buenos, dias, buenas, bonjour, buongiorno, wo, wer, was, kann, kein, keine, im, am, dem, den, des, als, oder, bitte, où, ou, quoi, sont, dove, cosa, dónde, donde, qué, waar`;

const stopWords: ReadonlySet<string> = new Set(
  [
    english,
    others,
    ...[dutch, french, german, italian, portuguese, spanish].map(({ common }) => common),
  ].flatMap((words) => words.split(',').map((word) => word.trim())),
);

/** The most common wordings of two to five words, those of most conversations first. Of two that hold each other one. */
export function commonPhrases(messages: readonly Said[]): Phrase[] {
  const found = new Map<string, Found>();
  for (const message of messages) gather(found, message);
  const often = [...found]
    .filter(([, { talks }]) => talks.size >= fewestConversations)
    .map(([folded, { talks, words, example }]) => ({
      folded,
      count: talks.size,
      talks,
      words,
      example,
    }))
    .toSorted((a, b) => b.count - a.count || b.folded.length - a.folded.length)
    .slice(0, mostCompared);
  const kept: typeof often = [];
  for (const phrase of often) {
    if (kept.length === mostPhrases) break;
    const longer = often.find(
      (other) => holds(other.folded, phrase.folded) && other.count >= phrase.count * nearlyAlways,
    );
    const told = kept.some(
      ({ folded, talks }) =>
        holds(phrase.folded, folded) ||
        holds(folded, phrase.folded) ||
        isOfSame(talks, phrase.talks),
    );
    if (!longer && !told) kept.push(phrase);
  }
  return kept.map(({ words, count, example }) => ({ words, conversations: count, example }));
}

type Found = { talks: Set<string>; words: string; example: string };

function gather(found: Map<string, Found>, { conversationId, text }: Said): void {
  for (const run of runsOf(text)) {
    for (let from = 0; from < run.length; from += 1) {
      const most = Math.min(mostWords, run.length - from);
      for (let size = fewestWords; size <= most; size += 1) {
        const words = run.slice(from, from + size);
        if (isSaying(words)) note(found, words, { conversationId, text });
      }
    }
  }
}

/** Neither begins nor ends with a word that says nothing, and is no row of figures. */
function isSaying(words: readonly Token[]): boolean {
  const [first, last] = [words[0]?.text ?? '', words.at(-1)?.text ?? ''];
  return (
    !stopWords.has(first) &&
    !stopWords.has(last) &&
    words.some(({ text }) => text.length > 2 && /\p{L}/u.test(text))
  );
}

function note(found: Map<string, Found>, words: readonly Token[], { conversationId, text }: Said) {
  const folded = words.map((word) => word.text).join(' ');
  const known = found.get(folded);
  if (known) {
    known.talks.add(conversationId);
    return;
  }
  found.set(folded, {
    talks: new Set([conversationId]),
    words: text.slice(words[0]?.from, words.at(-1)?.to).replaceAll(/\s+/g, ' '),
    example: beginningOf(text),
  });
}

/** The words between marks, names and links: nothing that one says goes across them. */
function runsOf(text: string): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  let end = 0;
  for (const token of tokensOf(text)) {
    const isWord = token.kind === 'word';
    if (!isWord || /[.,;:!?()\n]/.test(text.slice(end, token.from))) {
      if (run.length >= fewestWords) runs.push(run);
      run = [];
    }
    if (isWord) run.push(token);
    end = token.to;
  }
  return run.length >= fewestWords ? [...runs, run] : runs;
}

function holds(longer: string, shorter: string): boolean {
  return longer.length > shorter.length && ` ${longer} `.includes(` ${shorter} `);
}

/** Said by nearly the same people: one problem, of which one wording is enough. */
function isOfSame(talks: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const both = [...others].filter((talk) => talks.has(talk)).length;
  return both >= Math.max(talks.size, others.size) * sameProblem;
}

function beginningOf(text: string): string {
  const line = [...text.replaceAll(/\s+/g, ' ').trim()];
  return line.length > exampleLength
    ? `${line
        .slice(0, exampleLength - 1)
        .join('')
        .trimEnd()}…`
    : line.join('');
}
