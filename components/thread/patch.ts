import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { standsIn } from '@/lib/domain/conversation/standing';
import type { View } from '@/lib/domain/conversation/view';
import { findView } from '@/lib/domain/conversation/view';
import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';
import { markActedOn } from '../inbox/acted-on';
import { freshenLists } from '../inbox/fresh-lists';
import { placeHere } from '../inbox/location';
import { conversationsQuery } from '../inbox/queries';
import { threadQuery } from './queries';

type Patch = Partial<
  Pick<
    ConversationRow,
    | 'status'
    | 'snoozedUntil'
    | 'priority'
    | 'labelIds'
    | 'teamId'
    | 'ownerId'
    | 'version'
    | 'unread'
  >
>;

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
  for (const [key, data] of client.getQueriesData<Lists>({ queryKey: ['conversations'] })) {
    const view = findView(String(key[1]));
    if (!data || !view) continue;
    client.setQueryData(
      key,
      patchList(
        data,
        (row) => (row.id === id ? { ...row, ...patch } : row),
        (row) => row.id !== id || standsIn(row, view, me),
      ),
    );
  }
}

/** After a write: whatever may show it is read again. */
export function refreshConversation(client: QueryClient, id: string): Promise<unknown> {
  return refreshConversations(client, [id]);
}

export function refreshConversations(
  client: QueryClient,
  ids: readonly string[],
): Promise<unknown> {
  return Promise.all([
    ...ids.map((id) => client.invalidateQueries({ queryKey: threadQuery(id).queryKey })),
    freshenLists(client, new Set(ids)),
    client.invalidateQueries({ queryKey: ['views'] }),
  ]);
}

/** Takes a message out that is none any more; a read that began before this brings it back no more. */
export async function forgetMessage(client: QueryClient, id: string, messageId: string) {
  const { queryKey } = threadQuery(id);
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData(queryKey, (data) => {
    if (!data) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      messages: page.messages.filter((message) => message.id !== messageId),
    }));
    return { ...data, pages };
  });
}

/** Leaves the newest page of a conversation: however far it was read up, it opens as fast as any other. */
export function forgetOlderPages(client: QueryClient, id: string) {
  client.setQueryData(threadQuery(id).queryKey, (data) =>
    data && data.pages.length > 1
      ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) }
      : data,
  );
}

/** The conversation that comes after this one in a view, or before it at the end. */
export function neighbourOf(client: QueryClient, view: View, id: string): string | null {
  const data = client.getQueryData(conversationsQuery(view, placeHere()).queryKey);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const at = rows.findIndex((row) => row.id === id);
  return (rows[at + 1] ?? rows[at - 1])?.id ?? null;
}

type Lists = InfiniteData<ConversationPage>;

function patchList(
  data: Lists,
  change: (row: ConversationRow) => ConversationRow,
  keep: (row: ConversationRow) => boolean,
) {
  const pages = data.pages.map((page) => ({ ...page, rows: page.rows.map(change).filter(keep) }));
  return { ...data, pages };
}
