import { diffWordsWithSpace } from 'diff';
import type { Range } from '@/lib/domain/replies/standing';

/** Fewer of the words than these were perhaps never meant. */
const leastShare = 0.4;
/** A stretch longer than so many times the words is not one place any more. */
const mostTimes = 2.5;

/** Where in a text the words stand that were changed: from the first that is left of them to the last; null where nobody can say. */
export function whereStrayed(text: string, missing: string): Range | null {
  let at = 0;
  let kept = 0;
  let from: number | null = null;
  let to = 0;
  for (const { value, added, removed } of diffWordsWithSpace(missing, text)) {
    if (removed) continue;
    if (!added && value.trim() !== '') {
      kept += value.length;
      from ??= at;
      to = at + value.length;
    }
    at += value.length;
  }
  if (from === null || kept < missing.length * leastShare) return null;
  return to - from > missing.length * mostTimes ? null : { from, to };
}
