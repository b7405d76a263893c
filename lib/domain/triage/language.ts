import { dutch } from './lexicon/dutch';
import { english } from './lexicon/english';
import { french } from './lexicon/french';
import { german } from './lexicon/german';
import { italian } from './lexicon/italian';
import { portuguese } from './lexicon/portuguese';
import { spanish } from './lexicon/spanish';
import type { PhraseBook } from './phrase-book';
import { phraseBookOf } from './phrase-book';
import type { Token } from './tokens';

/** The languages whose words are known, by their ISO 639-1 code. */
const readLanguages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
type ReadLanguage = (typeof readLanguages)[number];

/** Others that their script gives away. */
const scripts: readonly (readonly [code: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['uk', /[іїєґ]/iu],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

/** Letters that hint at one of several languages with the same words. */
const letters: readonly (readonly [codes: readonly ReadLanguage[], found: RegExp])[] = [
  [['de'], /[ßäöü]/iu],
  [['es'], /[ñ¿¡]/iu],
  [['pt'], /[ãõ]/iu],
  [['fr'], /[çêèàùœ]|\b(?:j|c|qu|l|d|n|m)['’](?=\p{L})/iu],
  [['it'], /[àèìòù]\b/iu],
];

const phraseBooks: Record<ReadLanguage, PhraseBook> = {
  en: phraseBookOf(english),
  de: phraseBookOf(german),
  fr: phraseBookOf(french),
  es: phraseBookOf(spanish),
  pt: phraseBookOf(portuguese),
  it: phraseBookOf(italian),
  nl: phraseBookOf(dutch),
};

/** What so common words must add up to before a language is said, and how far the next must be behind. */
const LEAST = 1.5;
const LEAD = 1.15;

/** The ISO 639-1 code of what a message is written in; null when nothing gives it away. */
export function languageOf(text: string, tokens: readonly Token[]): string | null {
  const script = scripts.find(([, found]) => found.test(text));
  if (script) return script[0];
  const words = tokens.filter(({ kind }) => kind === 'word').slice(0, 60);
  const scores = readLanguages.map((code) => ({ code, score: scoreOf(code, text, words) }));
  scores.sort((one, other) => other.score - one.score);
  const [first, second] = scores;
  if (!first || first.score < LEAST) return null;
  return second && first.score < second.score * LEAD ? null : first.code;
}

function scoreOf(code: ReadLanguage, text: string, words: readonly Token[]): number {
  const { common, entries } = phraseBooks[code];
  let score = 0;
  for (const { text: word } of words) {
    if (common.has(word)) score += 1;
    else if (entries.has(word)) score += 0.6;
  }
  for (const [codes, found] of letters) if (codes.includes(code) && found.test(text)) score += 1.2;
  return score;
}

/** By which words a message is read: those of its language, or English where that is not known. */
export function bookFor(language: string | null): PhraseBook {
  const known = readLanguages.find((code) => code === language);
  return phraseBooks[known ?? 'en'];
}
