import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';
import { threadQuery } from './queries';

/** What the browser knows of a conversation, and up to which `seq` when it has been opened. */
export type Known = { row: ConversationRow; seq: number | null };

/**
 * What is before the eyes: the conversation itself where it is open, else the newest of what the lists
 * and its last reading hold.
 */
export function knownOf(client: QueryClient, conversationId: string): Known | null {
  const { queryKey } = threadQuery(conversationId);
  const view = client.getQueryData(queryKey)?.pages[0]?.view;
  const thread = view ? { row: view.conversation, seq: view.seq } : null;
  if (thread && client.getQueryCache().find({ queryKey })?.isActive()) return thread;
  return newestOf(thread, rowsOf(client, conversationId));
}

function newestOf(thread: Known | null, rows: readonly ConversationRow[]): Known | null {
  return rows.reduce<Known | null>(
    (best, row) => (best && !isNewer(row, best.row) ? best : { row, seq: null }),
    thread,
  );
}

/** A message need not change the version, but it is always the last one. */
function isNewer(row: ConversationRow, other: ConversationRow): boolean {
  return row.version === other.version
    ? row.lastMessageAt > other.lastMessageAt
    : row.version > other.version;
}

function rowsOf(client: QueryClient, conversationId: string): ConversationRow[] {
  return client
    .getQueriesData<InfiniteData<ConversationPage>>({ queryKey: ['conversations'] })
    .flatMap(([, data]) => data?.pages.flatMap(({ rows }) => rows) ?? [])
    .filter(({ id }) => id === conversationId);
}
