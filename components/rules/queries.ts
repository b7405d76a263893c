import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import type { RealCase } from '@/lib/queries/rules/case';
import { readJson } from '../shell/read-json';

/** What is known of the two sides of a conversation. It grows stale with the conversation, by the same events. */
export function realCaseQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['thread', conversationId, 'permission'],
    queryFn: ({ signal }) =>
      readJson<RealCase>(
        `/api/conversations/${encodeURIComponent(conversationId)}/permission`,
        signal,
      ),
  });
}

/** Conversations that have what was typed in their names, handles or texts; the newest before anything is typed. */
export function peopleQuery(typed: string) {
  return queryOptions({
    queryKey: ['people', typed],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ view: 'all' });
      if (typed !== '') search.set('q', typed);
      return readJson<ConversationPage>(`/api/conversations?${search}`, signal);
    },
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}
