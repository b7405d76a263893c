import { queryOptions } from '@tanstack/react-query';
import type { DraftsView } from '@/lib/queries/inbox/thread-views';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';

/** What is begun in a conversation: by the person at this screen, also elsewhere, and by colleagues. */
export function draftsQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['drafts', conversationId],
    queryFn: async ({ signal }) => {
      await afterPaint();
      const path = `/api/conversations/${encodeURIComponent(conversationId)}/drafts`;
      return await readJson<DraftsView>(path, signal);
    },
    // Another device may have gone on while nobody listened here.
    staleTime: 0,
  });
}
