import { standingsOfUses } from './judge';
import type { Range } from './standing';
import type { VersionState } from './state';
import type { Segment } from './template';

type Use = { id: string; versionId: string; state: VersionState; segments: readonly Segment[] };

/**
 * A text without the words of recalled replies: the whole reply where it stands as it was, else each locked part that is
 * still there. What another reply says stays, and so does what was typed.
 */
export function withoutRecalled(text: string, uses: readonly Use[]): string {
  if (uses.every(({ state }) => state !== 'recalled')) return text;
  const recalled = uses.filter(({ state }) => state === 'recalled');
  const body = text.normalize('NFC');
  const standings = standingsOfUses(body, uses);
  const ranges = recalled.flatMap(({ id, segments }) => {
    const standing = standings.get(id);
    return !standing || standing.kind === 'gone' ? [] : whole(body, segments, standing.locked);
  });
  const left = ranges.toSorted((one, other) => other.from - one.from).reduce(cut, body);
  return left === body ? text : left;
}

/** All of the reply, where it stands around its locked words as it was put there. */
function whole(body: string, segments: readonly Segment[], locked: readonly Range[]): Range[] {
  const words = segments
    .map(({ text }) => text)
    .join('')
    .normalize('NFC')
    .trim();
  const from = body.indexOf(words);
  const range = { from, to: from + words.length };
  const around = locked.every((each) => each.from >= range.from && each.to <= range.to);
  return from >= 0 && words !== '' && around ? [range] : [...locked];
}

/** Without these words, and without the gap that they leave. */
function cut(text: string, { from, to }: Range): string {
  const before = text.slice(0, from);
  const after = text.slice(to);
  if (before.trim() === '') return after.trimStart();
  if (after.trim() === '') return before.trimEnd();
  return /\s$/.test(before) ? before + after.trimStart() : before + after;
}
