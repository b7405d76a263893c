import type { Folded } from './fold';
import { fold, foldedText } from './fold';
import type { Needle } from './needles';

export type Range = [from: number, to: number];

const MOST_RANGES = 50;

/** How well the needles fit a text: how many stand there as whole words, and how often they stand there. */
export type Fit = { whole: number; places: number };

/** Whether every needle stands in a text, and how well; null when one of them is missing. */
export function fitOf(text: string, needles: readonly Needle[]): Fit | null {
  const folded = foldedText(text);
  const fit: Fit = { whole: 0, places: 0 };
  for (const { pattern, whole } of needles) {
    const places = folded.match(pattern)?.length ?? 0;
    if (places === 0) return null;
    fit.places += places;
    if (folded.search(whole) >= 0) fit.whole += 1;
  }
  return fit;
}

/** The places of every needle in a text, in its own UTF-16 units; null when one of them is missing. */
export function findIn(text: string, needles: readonly Needle[]): Range[] | null {
  const folded = fold(text);
  const ranges: Range[] = [];
  for (const { pattern } of needles) {
    const found = placesOf(folded, pattern);
    if (found.length === 0) return null;
    ranges.push(...found);
  }
  return merged(ranges);
}

export type Excerpt = { excerpt: string; ranges: Range[] };

const BEFORE = 40;
const LENGTH = 160;

/** One line of a text around the first place, with the places that are in it. */
export function excerptOf(text: string, ranges: readonly Range[]): Excerpt {
  const first = ranges[0]?.[0] ?? 0;
  const from = first <= BEFORE ? 0 : wordBefore(text, first - BEFORE, first);
  const to = Math.max(from + LENGTH, ranges[0]?.[1] ?? 0);
  const end = to >= text.length ? text.length : clusterEnd(text, to);
  const head = from > 0 ? '…' : '';
  const tail = end < text.length ? '…' : '';
  // Every sign of a line break is as long as the space it becomes.
  const line = text.slice(from, end).replaceAll(/[\s\p{Cc}]/gu, ' ');
  const shift = head.length - from;
  return {
    excerpt: `${head}${line}${tail}`,
    ranges: ranges
      .filter(([begin, stop]) => begin >= from && stop <= end)
      .map(([begin, stop]) => [begin + shift, stop + shift]),
  };
}

function placesOf({ text, from, to }: Folded, pattern: RegExp): Range[] {
  const places: Range[] = [];
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const [begin, end] = [from[index], to[index + match.length - 1]];
    if (begin !== undefined && end !== undefined) places.push([begin, end]);
    if (places.length >= MOST_RANGES) break;
  }
  return places;
}

function merged(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const kept: Range[] = [];
  for (const [from, to] of sorted) {
    const last = kept.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else kept.push([from, to]);
  }
  return kept;
}

/** The begin of a word between two places, or of a letter where no word begins. */
function wordBefore(text: string, from: number, to: number): number {
  const word = /\s(?=\S)/u.exec(text.slice(from, to));
  if (word) return from + word.index + 1;
  return clusterEnd(text, from);
}

/** The next place at which no letter is torn from its marks or its other half. */
function clusterEnd(text: string, at: number): number {
  const rest = /^(?:[\udc00-\udfff]|\p{M}|\u200d.)+/su.exec(text.slice(at, at + 40));
  return at + (rest?.[0].length ?? 0);
}
