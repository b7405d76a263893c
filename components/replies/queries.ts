import { queryOptions } from '@tanstack/react-query';
import type { ReplyUsage } from '@/lib/queries/replies/usage';
import type { LibraryLine, ReplyDetail, ReviewLine } from '@/lib/queries/replies/views';
import { readJson } from '../shell/read-json';

/** Everything under this is stale when an approved reply changes. */
const replies = ['replies'] as const;

export const libraryQuery = queryOptions({
  queryKey: [...replies, 'library'],
  queryFn: ({ signal }) => readJson<LibraryLine[]>('/api/replies', signal),
});

export function replyQuery(replyId: string) {
  return queryOptions({
    queryKey: [...replies, replyId],
    queryFn: ({ signal }) =>
      readJson<ReplyDetail>(`/api/replies/${encodeURIComponent(replyId)}`, signal),
  });
}

export const reviewQueueQuery = queryOptions({
  queryKey: [...replies, 'review'],
  queryFn: ({ signal }) => readJson<ReviewLine[]>('/api/replies/review', signal),
});

/** How a reply was used in the last 90 days; null when it was not. */
export function usageQuery(replyId: string) {
  return queryOptions({
    queryKey: [...replies, replyId, 'usage'],
    queryFn: ({ signal }) =>
      readJson<ReplyUsage | null>(`/api/replies/${encodeURIComponent(replyId)}/usage`, signal),
  });
}
