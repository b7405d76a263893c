import { MARKS, oneForm } from './letters';

/** A text as words are compared, and where each of its UTF-16 units comes from in the text as written. */
export type Folded = { text: string; from: number[]; to: number[] };

const marks = new RegExp(`[${MARKS}]+`, 'gu');
// A letter with what stands on it, also where that has a width of its own. Parts of a Hangul syllable belong
// together, however they are written (alone, in a circle, at half width), and to the syllable they end.
const on = '\\p{M}\\uff9e\\uff9f';
const part =
  '\\u1100-\\u11ff\\u3130-\\u318f\\u3260-\\u327e\\ua960-\\ua97f\\ud7b0-\\ud7ff\\uffa0-\\uffdc';
const clusters = new RegExp(
  `(?:[\\uac00-\\ud7a3][${on}]*)?[${part}][${part}${on}]*|\\P{M}[${on}]*|\\p{M}[${on}]*`,
  'gsu',
);

/** No case, no accents, one width, one kind of kana and digits. A letter and its marks stay one place. */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const plain = foldCluster(cluster);
    folded.text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      folded.from.push(index);
      folded.to.push(index + cluster.length);
    }
  }
  return folded;
}

/** The same without the places, for whoever only asks whether something stands there. */
export function foldedText(text: string): string {
  if (/^[\0-\u007f]*$/u.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').replaceAll(marks, '').normalize('NFKC').toLowerCase();
  return plain.replaceAll(/[^\0-\u007f]/gu, oneForm);
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && cluster < '\u0080') return cluster.toLowerCase();
  const plain = cluster.normalize('NFKD').replaceAll(marks, '').normalize('NFKC').toLowerCase();
  return [...plain].map(oneForm).join('');
}
