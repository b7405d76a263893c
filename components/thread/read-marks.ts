'use client';

import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import { threadQuery } from './queries';

type Mark = { upTo: string | null; unread?: boolean };

/** Remembers up to where this person has read; shown at once, here and in every list. */
export async function markRead(client: QueryClient, conversationId: string, mark: Mark) {
  showMark(client, conversationId, mark);
  try {
    const response = await fetch(`/api/conversations/${conversationId}/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(mark),
      keepalive: true,
    });
    if (response.ok) return;
  } catch {
    // Read again below: the next look says what is true.
  }
  await client.invalidateQueries({ queryKey: threadQuery(conversationId).queryKey });
}

function showMark(client: QueryClient, conversationId: string, { upTo, unread = false }: Mark) {
  client.setQueryData(threadQuery(conversationId).queryKey, (data) => {
    const [first, ...older] = data?.pages ?? [];
    if (!data || !first?.view) return data;
    const conversation = { ...first.view.conversation, unread, readUpTo: upTo };
    return { ...data, pages: [{ ...first, view: { ...first.view, conversation } }, ...older] };
  });
  client.setQueriesData<InfiniteData<ConversationPage>>(
    { queryKey: ['conversations'] },
    (data) => data && withUnread(data, conversationId, unread),
  );
}

function withUnread(data: InfiniteData<ConversationPage>, id: string, unread: boolean) {
  const holds = data.pages.some((page) =>
    page.rows.some((row) => row.id === id && row.unread !== unread),
  );
  if (!holds) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => (row.id === id ? { ...row, unread } : row)),
  }));
  return { ...data, pages };
}
