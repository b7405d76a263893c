import { tooLong, versionFor, whyNotThere, wordsOf } from '@/lib/domain/replies/fit';
import type { Shelf } from '@/lib/domain/replies/rank';
import { repliesLike } from '@/lib/domain/replies/rank';
import type { Rendered } from '@/lib/domain/replies/template';
import type { PickerReply, PickerSide } from '@/lib/queries/replies/views';

type Version = PickerReply['versions'][number];

/** A reply as it would be put into this conversation. */
export type Line = {
  reply: PickerReply;
  version: Version;
  words: Rendered;
  /** Why it cannot be used here; null when it can. */
  why: string | null;
};

/** Where it would be put; `left` says what still fits into a post. */
export type Around = PickerSide & {
  inPublic: boolean;
  left: ((text: string) => number) | null;
};

const mostShown = 30;

/** What answers the letters after the slash: what can be used first, but for the one that is called so. */
export function linesFor(
  shelf: Shelf<PickerReply>,
  sought: string,
  around: Around,
): { lines: Line[]; more: number } {
  const found = repliesLike(shelf, sought);
  const usable: PickerReply[] = [];
  const other: PickerReply[] = [];
  for (const reply of found) {
    const fits = reply.key === sought || whyNotThere(reply, around) === null;
    (fits ? usable : other).push(reply);
    if (usable.length === mostShown) break;
  }
  const shown = [...usable, ...other].slice(0, mostShown);
  return {
    lines: shown.flatMap((reply) => lineOf(reply, around) ?? []),
    more: found.length - shown.length,
  };
}

/** The same reply in the language that somebody chose. */
export function lineOf(reply: PickerReply, around: Around, wanted?: string): Line | null {
  const version = versionFor(reply, around, wanted);
  if (!version) return null;
  const words = wordsOf(version, around.values);
  const left = around.left?.(words.text) ?? 0;
  const why = whyNotThere(reply, around) ?? (left < 0 ? tooLong(-left) : null);
  return { reply, version, words, why };
}
