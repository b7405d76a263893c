import type { Segment } from './template';

/** A reply as it was put into a message that is being written. */
export type Insertion = { id: string; segments: readonly Segment[] };

/** A range of a text's characters (UTF-16). */
export type Range = { from: number; to: number };

/**
 * What became of it: its locked words are all there (and where), none of it is there any more, or locked words were
 * changed; then each of those that is missing.
 */
export type Standing =
  | { kind: 'intact'; locked: Range[] }
  | { kind: 'gone' }
  | { kind: 'strayed'; missing: string[]; locked: Range[] };

/** Of its words so many must be left, in their order, for a text still to come from a reply. */
const SHARE_LEFT = 0.5;

/**
 * Looks for each reply's locked words in a text, letter by letter, in their order and each in a place of its own.
 * Where they are not, the text has strayed if half of the reply's words are still there, whatever stands between or
 * inside them: case, accents and invisible signs do not hide them. A reply without locked words never strays.
 */
export function standingsOf(text: string, insertions: readonly Insertion[]): Map<string, Standing> {
  const body = text.normalize('NFC');
  const taken: Range[] = [];
  const standings = new Map<string, Standing>();
  for (const { id, segments } of insertions) {
    const locked = segments.flatMap((segment) =>
      segment.locked && segment.text.trim() !== '' ? [segment.text.normalize('NFC').trim()] : [],
    );
    const { found, missing } = placesOf(body, locked, taken);
    const left = () => shareLeft(segments.map(({ text: words }) => words).join(''), body);
    if (missing.length === 0 && (locked.length > 0 || left() >= SHARE_LEFT)) {
      taken.push(...found);
      standings.set(id, { kind: 'intact', locked: found });
    } else if (
      locked.length > 0 &&
      (left() >= SHARE_LEFT || shareLeft(locked.join(' '), body) >= SHARE_LEFT)
    ) {
      taken.push(...found);
      standings.set(id, { kind: 'strayed', missing, locked: found });
    } else standings.set(id, { kind: 'gone' });
  }
  return standings;
}

/** How much of a reply an agent changed: the share of its words that is not there any more, 0 to 1. */
export function shareEdited(reply: string, text: string): number {
  return 1 - shareLeft(reply, text);
}

/** How many words a text has; a script without spaces counts letter by letter. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/** Whether a text holds all the words of another, in their order and next to each other. */
export function holdsWords(text: string, sought: string): boolean {
  const words = wordsOf(sought).join(' ');
  return words !== '' && ` ${wordsOf(text).join(' ')} `.includes(` ${words} `);
}

/** The first free place of each, one behind the other where that goes; each at most once. */
function placesOf(body: string, sought: readonly string[], taken: readonly Range[]) {
  const found: Range[] = [];
  const missing: string[] = [];
  let after = 0;
  for (const words of sought) {
    const place = freePlace(body, words, { after, taken: [...taken, ...found] });
    if (place) {
      found.push(place);
      after = place.to;
    } else missing.push(words);
  }
  return { found, missing };
}

function freePlace(
  body: string,
  words: string,
  { after, taken }: { after: number; taken: readonly Range[] },
): Range | undefined {
  for (let from = body.indexOf(words, after); from >= 0; from = body.indexOf(words, from + 1)) {
    const place = { from, to: from + words.length };
    if (taken.every((other) => other.to <= place.from || other.from >= place.to)) return place;
  }
  return undefined;
}

/** The longest run of words that both have in the same order, as a share of the first one's words. */
function shareLeft(of: string, inside: string): number {
  const words = wordsOf(of);
  if (words.length === 0) return 0;
  const there = wordsOf(inside);
  let row = new Uint16Array(there.length + 1);
  for (const word of words) {
    const next = new Uint16Array(there.length + 1);
    there.forEach((other, at) => {
      next[at + 1] =
        word === other ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0);
    });
    row = next;
  }
  return (row.at(-1) ?? 0) / words.length;
}

/** Letters and figures only, folded; what cannot be seen is not there. Scripts without spaces count letter by letter. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cf}]/gu, '')
      .toLowerCase()
      .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}]+/gu) ?? []
  );
}
