import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { View } from '@/lib/domain/conversation/conversation';
import type {
  ChannelView,
  ConversationPage,
  MemberView,
  ViewCounts,
} from '@/lib/queries/inbox/views';
import { readJson } from '../shell/read-json';

/** A view of the inbox, newest first, a page at a time. */
export function conversationsQuery(view: View) {
  return infiniteQueryOptions({
    queryKey: ['conversations', view],
    queryFn: ({ pageParam, signal }) =>
      readJson<ConversationPage>(`/api/conversations?${pageOf(view, pageParam)}`, signal),
    initialPageParam: firstPage,
    getNextPageParam: (last: ConversationPage) => last.nextCursor,
  });
}

const firstPage: string | null = null;

function pageOf(view: View, cursor: string | null): URLSearchParams {
  return new URLSearchParams(cursor === null ? { view } : { view, cursor });
}

/** How many stand in each view. */
export const viewCountsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => readJson<ViewCounts>('/api/views', signal),
});

/** Everybody of the workspace, also those who left: their names stand on what they did. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => readJson<MemberView[]>('/api/members', signal),
});

/** The connected brand accounts and how they are. */
export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => readJson<ChannelView[]>('/api/channels', signal),
});
