import { queryOptions } from '@tanstack/react-query';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { BulkPreview, BulkReasons, BulkView } from '@/lib/queries/bulk/views';
import type { Place } from '../inbox/location';
import { searchFor } from '../inbox/queries';
import { readJson } from '../shell/read-json';

/** One's own latest decision about a view. */
export const latestBulkQuery = queryOptions({
  queryKey: ['bulk', 'latest'],
  queryFn: ({ signal }) => readJson<BulkView | null>('/api/bulk', signal),
});

/** What a decision about all that a view holds would come to. */
export function bulkPreviewQuery({ view, q }: Place, change: TriageChange) {
  return queryOptions({
    queryKey: ['bulk-preview', view, q, change],
    queryFn: ({ signal }) => {
      const search = searchFor(view, { q, sort: null });
      search.set('change', JSON.stringify(change));
      return readJson<BulkPreview>(`/api/bulk/preview?${search}`, signal);
    },
    staleTime: 0,
    gcTime: 0,
  });
}

/** Why some stayed as they were. */
export function bulkReasonsQuery(bulkId: string) {
  return queryOptions({
    queryKey: ['bulk', 'reasons', bulkId],
    queryFn: ({ signal }) => readJson<BulkReasons>(`/api/bulk/${bulkId}/reasons`, signal),
  });
}
