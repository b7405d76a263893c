import { queryOptions } from '@tanstack/react-query';
import type { DraftsView } from '@/lib/queries/inbox/views';
import { readJson } from '../shell/read-json';

/** What is begun in a conversation: by the person at this screen, also elsewhere, and by colleagues. */
export function draftsQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['drafts', conversationId],
    queryFn: ({ signal }) =>
      readJson<DraftsView>(
        `/api/conversations/${encodeURIComponent(conversationId)}/drafts`,
        signal,
      ),
    // Another device may have gone on while nobody listened here.
    staleTime: 0,
  });
}
