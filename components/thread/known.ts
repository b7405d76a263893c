import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';
import { threadQuery } from './queries';

/** What the browser knows of a conversation, and up to which `seq` when it has been opened. */
export type Known = { row: ConversationRow; seq: number | null };

/** Looks in the conversation itself, then in the lists. */
export function knownOf(client: QueryClient, conversationId: string): Known | null {
  const view = client.getQueryData(threadQuery(conversationId).queryKey)?.pages[0]?.view;
  if (view) return { row: view.conversation, seq: view.seq };
  const lists = client.getQueriesData<InfiniteData<ConversationPage>>({
    queryKey: ['conversations'],
  });
  for (const [, data] of lists) {
    const row = data?.pages.flatMap((page) => page.rows).find(({ id }) => id === conversationId);
    if (row) return { row, seq: null };
  }
  return null;
}
