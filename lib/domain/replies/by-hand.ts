import type { Allowance } from './reply';
import { countWords, holdsWords } from './standing';
import { parseTemplate } from './template';

type Words = { body: string; allowance: Allowance };

/** Shorter sentences say nothing by themselves. */
const TELLING_WORDS = 6;

/**
 * The first sentence of a recalled version that a text holds, word for word; null when it holds none. Of a reply with locked
 * parts only those count; what any version in use says as well may be said.
 */
export function recalledSentence(
  text: string,
  recalled: Words,
  inUse: readonly string[],
): string | null {
  const found = sentencesOf(recalled).find(
    (sentence) => holdsWords(text, sentence) && !inUse.some((body) => holdsWords(body, sentence)),
  );
  return found ?? null;
}

function sentencesOf({ body, allowance }: Words): string[] {
  return parseTemplate(body, []).parts.flatMap((part) => {
    if (part.kind !== 'words' || (allowance === 'locked' && !part.locked)) return [];
    return part.text
      .split(/(?<=[.!?…])\s+|(?<=[。！？])|\n+/u)
      .map((sentence) => sentence.trim())
      .filter((sentence) => countWords(sentence) >= TELLING_WORDS);
  });
}
