import type { ConversationRow } from '@/lib/queries/inbox/views';

export type Arrangement = { rows: readonly ConversationRow[]; fresh: number };

/**
 * The list as it stays under somebody's pointer, in whatever order it is: every row keeps its place
 * and shows its newest words, pages that load at the end are added, and what would have moved or come
 * in is counted. Only what the person themselves moved (`actedOn`) leaves, or comes back, at once.
 */
export function holdStill(
  shown: readonly ConversationRow[],
  current: readonly ConversationRow[],
  actedOn: ReadonlySet<string>,
): Arrangement {
  const latest = new Map(current.map((row) => [row.id, row]));
  const standing = new Set(shown.map((row) => row.id));
  const end = current.findLastIndex((row) => standing.has(row.id));
  const incoming = current.filter((row) => !standing.has(row.id));
  const added = new Set(end < 0 ? [] : current.slice(end + 1));
  const newer = incoming.filter((row) => !added.has(row));
  const back = newer.filter((row) => actedOn.has(row.id));
  const kept = shown
    .filter((row) => latest.has(row.id) || !actedOn.has(row.id))
    .map((row) => latest.get(row.id) ?? row);
  return {
    rows: [...back.reduce((rows, row) => putInPlace(rows, row, current), kept), ...added],
    fresh: newer.length - back.length + shown.filter((row) => saysMore(row, latest)).length,
  };
}

function saysMore(row: ConversationRow, latest: ReadonlyMap<string, ConversationRow>): boolean {
  return (latest.get(row.id) ?? row).lastMessageAt > row.lastMessageAt;
}

/** Behind the nearest of those that come before it in the list's true order. */
function putInPlace(
  rows: ConversationRow[],
  row: ConversationRow,
  order: readonly ConversationRow[],
): ConversationRow[] {
  const before = new Set(order.slice(0, order.indexOf(row)).map(({ id }) => id));
  return rows.toSpliced(rows.findLastIndex(({ id }) => before.has(id)) + 1, 0, row);
}
