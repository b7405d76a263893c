import type { Segment } from './template';

/** A reply as it was put into a message that is being written; `of` says which are of the same words. */
export type Insertion = { id: string; of?: string; segments: readonly Segment[] };

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

/** A text that holds the locked words and then says them once more, otherwise: of so many words so many are there again. */
const ECHO = { share: 0.75, words: 5 } as const;

/**
 * Looks for each reply's locked words in a text, letter by letter, in their order and each in a place of its own.
 * Where they are not, the text has strayed if half of the reply's words are still there, near each other, whatever stands
 * between or inside them: case, accents and invisible signs do not hide them. It has strayed, too, if it holds them and most
 * of them once more. A reply without locked words never strays.
 */
export function standingsOf(text: string, insertions: readonly Insertion[]): Map<string, Standing> {
  const first = inOrder(text, insertions);
  if (strayedIn(first) === 0) return first;
  // Two that begin alike may have taken each other's place.
  const second = inOrder(text, insertions.toReversed());
  return strayedIn(second) < strayedIn(first) ? second : first;
}

function strayedIn(standings: Map<string, Standing>): number {
  return [...standings.values()].filter(({ kind }) => kind === 'strayed').length;
}

function inOrder(text: string, insertions: readonly Insertion[]): Map<string, Standing> {
  const body = text.normalize('NFC');
  const taken: Range[] = [];
  const standings = new Map<string, Standing>();
  const intact = new Set<string>();
  for (const { id, of, segments } of insertions) {
    const locked = lockedIn(segments);
    const places = placesOf(body, locked, taken);
    const again = of !== undefined && intact.has(of);
    const standing = standingOf(segments, places, { rest: withoutRanges(body, taken), again });
    if (standing.kind !== 'gone') taken.push(...standing.locked);
    if (standing.kind === 'intact' && of !== undefined) intact.add(of);
    standings.set(id, standing);
  }
  if (strayedIn(standings) > 0) return standings;
  return withoutEchoes(standings, insertions, withoutRanges(body, taken));
}

/** `rest` is what no other reply has taken; `again`: the same words stand there once already, as they should. */
function standingOf(
  segments: readonly Segment[],
  { found, missing }: { found: Range[]; missing: string[] },
  { rest, again }: { rest: string; again: boolean },
): Standing {
  const share = (of: readonly Segment[]) => shareLeft(of.map(({ text }) => text).join(' '), rest);
  const locked = segments.filter((segment) => segment.locked);
  if (found.length + missing.length === 0) {
    return share(segments) >= SHARE_LEFT ? { kind: 'intact', locked: [] } : { kind: 'gone' };
  }
  if (missing.length === 0) return { kind: 'intact', locked: found };
  return share(locked) >= SHARE_LEFT || (!again && share(segments) >= SHARE_LEFT)
    ? { kind: 'strayed', missing, locked: found }
    : { kind: 'gone' };
}

/** What is said once more in the rest of a text, otherwise, has strayed, though it also stands there as it should. */
function withoutEchoes(
  standings: Map<string, Standing>,
  insertions: readonly Insertion[],
  rest: string,
): Map<string, Standing> {
  for (const { id, segments } of insertions) {
    const standing = standings.get(id);
    const echoed = lockedIn(segments).flatMap(({ words }) => (isEcho(words, rest) ? words : []));
    if (standing?.kind === 'intact' && echoed.length > 0) {
      standings.set(id, { kind: 'strayed', missing: echoed, locked: standing.locked });
    }
  }
  return standings;
}

function isEcho(words: string, rest: string): boolean {
  if (countWords(words) < ECHO.words || holdsWords(rest, words)) return false;
  return shareLeft(words, rest) >= ECHO.share;
}

/** Locked words, and whether something may stand right beside them, as it does in the reply itself. */
type Locked = { words: string; open: { before: boolean; after: boolean } };

function lockedIn(segments: readonly Segment[]): Locked[] {
  return segments.flatMap(({ text, locked }, at) => {
    const words = text.normalize('NFC').trim();
    if (!locked || words === '') return [];
    const before = !isEdge(segments[at - 1]?.text ?? '', text);
    const after = !isEdge(text, segments[at + 1]?.text ?? '');
    return [{ words, open: { before, after } }];
  });
}

/** A text without the ranges that are taken. */
export function withoutRanges(text: string, ranges: readonly Range[]): string {
  const sorted = ranges.toSorted((one, other) => one.from - other.from);
  const kept = sorted.map(({ from }, at) => text.slice(sorted[at - 1]?.to ?? 0, from));
  return [...kept, text.slice(sorted.at(-1)?.to ?? 0)].join(' ');
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
function placesOf(body: string, sought: readonly Locked[], taken: readonly Range[]) {
  const found: Range[] = [];
  const missing: string[] = [];
  let after = 0;
  for (const locked of sought) {
    const place = freePlace(body, locked, { after, taken: [...taken, ...found] });
    if (place) {
      found.push(place);
      after = place.to;
    } else missing.push(locked.words);
  }
  return { found, missing };
}

function freePlace(
  body: string,
  { words, open }: Locked,
  { after, taken }: { after: number; taken: readonly Range[] },
): Range | undefined {
  for (let from = body.indexOf(words, after); from >= 0; from = body.indexOf(words, from + 1)) {
    const to = from + words.length;
    const free = taken.every((other) => other.to <= from || other.from >= to);
    const before = open.before || isEdge(body.slice(0, from), words);
    const behind = open.after || isEdge(words, body.slice(to));
    if (free && before && behind) return { from, to };
  }
  return undefined;
}

/** Nothing is grown together there: "invalid" does not hold "valid", "17:300" not "17:30", "1,020" not "20". */
function isEdge(before: string, after: string): boolean {
  if (/^[\p{M}\p{DI}]/u.test(after)) return false;
  if (/\p{Nd}[.,:’']$/u.test(before) && /^\p{Nd}/u.test(after)) return false;
  if (/\p{Nd}$/u.test(before) && /^[.,:’']\p{Nd}/u.test(after)) return false;
  return !(endsInWord.test(before) && beginsWithWord.test(after));
}

// Scripts that put no space between words have no such edge.
const beginsWithWord = /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}]/u;
const endsInWord = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}]\p{M}*$/u;

/**
 * A text with the locked words of a reply as they were approved. Each part of the reply is found by the words that are left of
 * it; where the edge of a locked part is not among them, it reaches to its neighbours.
 */
export function withWordsBack(text: string, segments: readonly Segment[]): string {
  let now = text;
  for (const [at, segment] of segments.entries()) {
    const words = segment.text.trim();
    if (segment.locked && words !== '' && !now.includes(words)) now = putBack(now, segments, at);
  }
  return now;
}

function putBack(text: string, segments: readonly Segment[], at: number): string {
  const of = segments.map((segment) => wordsOf(segment.text));
  const begin = of.slice(0, at).flat().length;
  const end = begin + (of[at]?.length ?? 0);
  const pairs = matches(of.flat(), wordsOf(text));
  const inside = pairs.filter(([word]) => word >= begin && word < end);
  const words = segments[at]?.text.trim() ?? '';
  const [first, last] = [inside.at(0), inside.at(-1)];
  if (!first || !last) return `${text.trimEnd()} ${words}`.trimStart();
  const places = placesOfWords(text);
  const before = pairs.findLast(([word]) => word < begin);
  const next = pairs.find(([word]) => word >= end);
  // What was changed at an edge has no word that is known: it ends where the next part begins.
  const tail = next ? next[1] - 1 : last[1] + (end - 1 - last[0]);
  const from = places[first[0] === begin || !before ? first[1] : before[1] + 1]?.from ?? 0;
  const to =
    places[Math.min(last[0] === end - 1 ? last[1] : tail, places.length - 1)]?.to ?? text.length;
  // The sign behind the last word belongs to the words.
  const rest = text.slice(to).replace(/^[.!?…。！？]+/u, '');
  return text.slice(0, from) + words + rest;
}

/**
 * How many words of one text the other has in the same order, as a share of the first one's: in the place where they stand
 * nearest, which is at most three times as long as they are. A long text holds the words of any short one somewhere.
 */
function shareLeft(of: string, inside: string): number {
  const words = wordsOf(of);
  const there = wordsOf(inside);
  const { length } = words;
  let most = 0;
  for (let from = 0; from < Math.max(1, there.length - length); from += Math.max(1, length)) {
    const [beginning] = commonRuns(words, there.slice(from, from + 3 * length), 1);
    most = Math.max(most, beginning?.[0] ?? 0);
  }
  return length === 0 ? 0 : most / length;
}

/** The pairs of places of the longest run of words that both have in the same order. */
function matches(words: readonly string[], there: readonly string[]): [number, number][] {
  const runs = commonRuns(words, there, words.length + 1);
  const found: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < words.length && column < there.length) {
    const [down = 0, right = 0] = [runs[row + 1]?.[column], runs[row]?.[column + 1]];
    if (words[row] === there[column]) {
      found.push([row, column]);
      row += 1;
      column += 1;
    } else if (down >= right) row += 1;
    else column += 1;
  }
  return found;
}

/**
 * How long the longest common run is from each word of both on: a row for each word, of which the first `keep` are kept.
 * Long texts fit into memory by one row.
 */
function commonRuns(
  words: readonly string[],
  there: readonly string[],
  keep: number,
): Uint16Array[] {
  const rows: Uint16Array[] = [];
  let below = new Uint16Array(there.length + 1);
  rows[words.length] = below;
  for (let at = words.length - 1; at >= 0; at--) {
    const row = new Uint16Array(there.length + 1);
    for (let column = there.length - 1; column >= 0; column--) {
      row[column] =
        words[at] === there[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, row[column + 1] ?? 0);
    }
    if (at < keep) rows[at] = row;
    below = row;
  }
  return rows;
}

const oneWord =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}\p{DI}]*[\p{L}\p{N}\p{M}])?/gu;

/** Where each word of a text stands, in the order of `wordsOf`. */
function placesOfWords(text: string): Range[] {
  return [...text.matchAll(oneWord)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
}

/** Letters and figures only, folded; what cannot be seen is not there. Scripts without spaces count letter by letter. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cf}\p{DI}]/gu, '')
      .toLowerCase()
      .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}]+/gu) ?? []
  );
}
