import type { VersionState } from './state';
import type { Segment } from './template';

type Standing = { state: VersionState; segments: readonly Segment[] };

/** A text without the words of recalled replies: the whole reply where it stands as it was, else each locked part of it. */
export function withoutRecalled(text: string, uses: readonly Standing[]): string {
  let left = text;
  for (const { state, segments } of uses) {
    if (state === 'recalled') left = withoutWords(left, segments);
  }
  return left;
}

function withoutWords(text: string, segments: readonly Segment[]): string {
  const whole = segments
    .map((segment) => segment.text)
    .join('')
    .trim();
  if (whole !== '' && text.includes(whole)) return cut(text, whole);
  return segments
    .filter((segment) => segment.locked && segment.text.trim() !== '')
    .reduce((left, segment) => cut(left, segment.text.trim()), text);
}

/** Without these words once, and without the gap that they leave. */
function cut(text: string, words: string): string {
  const from = text.indexOf(words);
  if (from < 0) return text;
  const before = text.slice(0, from);
  const after = text.slice(from + words.length);
  if (before.trim() === '') return after.trimStart();
  if (after.trim() === '') return before.trimEnd();
  return /\s$/.test(before) ? before + after.trimStart() : before + after;
}
