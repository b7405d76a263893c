/** What replaces a stretch of a body, and what is selected afterwards. */
export type Replacement = {
  from: number;
  to: number;
  text: string;
  selectFrom: number;
  selectTo: number;
};

/**
 * Locks what is selected, or unlocks the locked part that it stands in. Null where nothing is selected that could be
 * locked. What was locked inside becomes a part of it: one cannot begin inside another.
 */
export function toggledLock(body: string, from: number, to: number): Replacement | null {
  const around = lockedAround(body, from, to);
  if (around) {
    const text = body.slice(around.from + 2, around.to - 2);
    return { ...around, text, selectFrom: around.from, selectTo: around.from + text.length };
  }
  const chosen = withoutEdges(body, from, to);
  const words = body.slice(chosen.from, chosen.to).replaceAll(/\[\[|\]\]/g, '');
  if (words.trim() === '') return null;
  const selectFrom = chosen.from + 2;
  return { ...chosen, text: `[[${words}]]`, selectFrom, selectTo: selectFrom + words.length };
}

/** Whether a selection stands in a locked part as a whole. */
export function isLocked(body: string, from: number, to: number): boolean {
  return lockedAround(body, from, to) !== null;
}

function lockedAround(body: string, from: number, to: number) {
  for (const { index, 0: found } of body.matchAll(/\[\[[\s\S]*?\]\]/g)) {
    const end = index + found.length;
    if (index <= from && to <= end && !(from === to && (from === index || to === end))) {
      return { from: index, to: end };
    }
  }
  return null;
}

/** A double click selects the space behind a word as well; it is not meant. */
function withoutEdges(body: string, from: number, to: number) {
  const chosen = body.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  return { from: start, to: Math.max(start, to - (chosen.length - chosen.trimEnd().length)) };
}
