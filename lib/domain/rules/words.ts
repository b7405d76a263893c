import { foldedText } from '../search/fold';
import { SEPARATORS, UNSPACED } from '../search/letters';

const separators = new RegExp(`[${SEPARATORS}]+`, 'gu');
const unspaced = new RegExp(`[${UNSPACED}]`, 'u');
const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s,;"“”„«»]+)/gu;

/** The words and quoted phrases of a line, as they were typed. */
export function wordsIn(typed: string): string[] {
  return [...typed.matchAll(quoted)]
    .map(([, phrase, word]) => (phrase ?? word ?? '').trim())
    .filter((each) => plain(each) !== '');
}

/** A word as it was typed, and as it is looked for. */
export type Wanted = { word: string; looked: string };

/** How words are looked for: whole. A script that writes no spaces has no whole words; there it is enough that it stands somewhere. */
export function askedFor(words: readonly string[]): Wanted[] {
  return words.map((word) => {
    const wanted = plain(word);
    return { word, looked: unspaced.test(wanted) ? wanted : ` ${wanted} ` };
  });
}

/** Those of the words that stand in a text that was made plain. */
export function foundAmong(said: string, wanted: readonly Wanted[]): string[] {
  const text = ` ${said} `;
  return wanted.filter(({ looked }) => text.includes(looked)).map(({ word }) => word);
}

/** A text as words are looked for in it: folded, with single spaces and nothing else between. */
export function plain(text: string): string {
  return foldedText(text).replaceAll("'", '').replaceAll(separators, ' ').trim();
}
