import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { View } from '@/lib/domain/conversation/conversation';
import { views } from '@/lib/domain/conversation/conversation';
import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';
import { markActedOn } from '../inbox/acted-on';
import { conversationsQuery } from '../inbox/queries';
import { threadQuery } from './queries';

type Patch = Partial<Pick<ConversationRow, 'status' | 'ownerId' | 'version'>>;

/**
 * Shows a decision before the server confirms it: in the conversation and in every list, which it
 * leaves where it no longer belongs. The refetch that follows is the truth.
 */
export function patchConversation(client: QueryClient, me: string, id: string, patch: Patch) {
  markActedOn(id);
  client.setQueryData(threadQuery(id).queryKey, (data) => {
    const [first, ...older] = data?.pages ?? [];
    if (!data || !first?.view) return data;
    const conversation = { ...first.view.conversation, ...patch };
    return { ...data, pages: [{ ...first, view: { ...first.view, conversation } }, ...older] };
  });
  for (const view of views) {
    client.setQueryData(
      conversationsQuery(view).queryKey,
      (data) =>
        data &&
        patchList(
          data,
          (row) => (row.id === id ? { ...row, ...patch } : row),
          (row) => row.id !== id || belongs(row, view, me),
        ),
    );
  }
}

/** After a write: whatever may show it is read again. */
export function refreshConversation(client: QueryClient, id: string): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: threadQuery(id).queryKey }),
    client.invalidateQueries({ queryKey: ['conversations'] }),
    client.invalidateQueries({ queryKey: ['views'] }),
  ]);
}

/** The conversation that comes after this one in a view, or before it at the end. */
export function neighbourOf(client: QueryClient, view: View, id: string): string | null {
  const data = client.getQueryData(conversationsQuery(view).queryKey);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const at = rows.findIndex((row) => row.id === id);
  return (rows[at + 1] ?? rows[at - 1])?.id ?? null;
}

function patchList(
  data: InfiniteData<ConversationPage, unknown>,
  change: (row: ConversationRow) => ConversationRow,
  keep: (row: ConversationRow) => boolean,
) {
  const pages = data.pages.map((page) => ({ ...page, rows: page.rows.map(change).filter(keep) }));
  return { ...data, pages };
}

function belongs({ status, ownerId }: ConversationRow, view: View, me: string): boolean {
  const closed = status === 'resolved' || status === 'spam';
  if (view === 'resolved') return status === 'resolved';
  if (view === 'mine') return !closed && ownerId === me;
  return !closed && (view === 'open' || ownerId === null);
}
