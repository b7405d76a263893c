import type { ConversationRow } from '@/lib/queries/inbox/views';

export type Arrangement = { rows: readonly ConversationRow[]; fresh: number };

/**
 * The list as it stays under somebody's pointer: every row keeps its place and shows its newest
 * words, pages that load at the end are added, and what would have moved or come in is counted.
 * Only what the person themselves took out of the view (`actedOn`) leaves at once.
 */
export function holdStill(
  shown: readonly ConversationRow[],
  current: readonly ConversationRow[],
  actedOn: ReadonlySet<string>,
): Arrangement {
  const latest = new Map(current.map((row) => [row.id, row]));
  const standing = new Set(shown.map((row) => row.id));
  const end = shown.at(-1)?.lastMessageAt ?? '';
  const added = current.filter((row) => !standing.has(row.id) && row.lastMessageAt < end);
  const waiting = current.filter((row) => !standing.has(row.id) && row.lastMessageAt >= end);
  const moved = shown.filter(
    (row) => (latest.get(row.id) ?? row).lastMessageAt > row.lastMessageAt,
  );
  return {
    rows: [
      ...shown
        .filter((row) => latest.has(row.id) || !actedOn.has(row.id))
        .map((row) => latest.get(row.id) ?? row),
      ...added,
    ],
    fresh: waiting.length + moved.length,
  };
}
