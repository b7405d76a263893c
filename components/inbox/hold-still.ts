import type { ConversationRow } from '@/lib/queries/inbox/views';

export type Arrangement = { rows: readonly ConversationRow[]; fresh: number };

/**
 * The list as it stays under somebody's pointer: every row keeps its place and shows its newest
 * words, pages that load at the end are added, and what would have moved or come in is counted.
 * Only what the person themselves moved (`actedOn`) leaves, or comes back, at once.
 */
export function holdStill(
  shown: readonly ConversationRow[],
  current: readonly ConversationRow[],
  actedOn: ReadonlySet<string>,
): Arrangement {
  const latest = new Map(current.map((row) => [row.id, row]));
  const standing = new Set(shown.map((row) => row.id));
  const end = shown.at(-1)?.lastMessageAt ?? '';
  const incoming = current.filter((row) => !standing.has(row.id));
  const added = incoming.filter((row) => row.lastMessageAt < end);
  const newer = incoming.filter((row) => row.lastMessageAt >= end);
  const kept = shown
    .filter((row) => latest.has(row.id) || !actedOn.has(row.id))
    .map((row) => latest.get(row.id) ?? row);
  const back = newer.filter((row) => actedOn.has(row.id));
  const moved = shown.filter(
    (row) => (latest.get(row.id) ?? row).lastMessageAt > row.lastMessageAt,
  );
  return {
    rows: [...back.reduce(putInPlace, kept), ...added],
    fresh: newer.length - back.length + moved.length,
  };
}

function putInPlace(rows: ConversationRow[], row: ConversationRow): ConversationRow[] {
  const at = rows.findIndex((other) => other.lastMessageAt < row.lastMessageAt);
  return at < 0 ? [...rows, row] : rows.toSpliced(at, 0, row);
}
