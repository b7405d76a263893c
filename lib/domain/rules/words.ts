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

/**
 * Those of the words that stand in a text: whole words, with no case and no accents. A script that writes
 * no spaces has no whole words; there it is enough that it stands somewhere.
 */
export function wordsFound(text: string, words: readonly string[]): string[] {
  const said = ` ${plain(text)} `;
  return words.filter((word) => {
    const wanted = plain(word);
    return said.includes(unspaced.test(wanted) ? wanted : ` ${wanted} `);
  });
}

function plain(text: string): string {
  return foldedText(text).replaceAll("'", '').replaceAll(separators, ' ').trim();
}
