import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Sort, View } from '@/lib/domain/conversation/view';
import type {
  ChannelView,
  ConversationIds,
  ConversationPage,
  LabelView,
  MemberView,
  SavedViewView,
  TeamView,
  ViewCounts,
} from '@/lib/queries/inbox/views';
import { readJson } from '../shell/read-json';

/** What is asked of a view: the text of the search field, and the order; null is the view's own. */
export type Asked = { q: string; sort: Sort | null };

/** A view of the inbox in the order asked for, a page at a time; by rank where words are looked for. */
export function conversationsQuery(view: View, { q, sort }: Asked) {
  return infiniteQueryOptions({
    queryKey: ['conversations', view, q, sort],
    queryFn: ({ pageParam: cursor, signal }) => {
      const search = searchFor(view, { q, sort });
      if (cursor !== null) search.set('cursor', cursor);
      return readJson<ConversationPage>(`/api/conversations?${search}`, signal);
    },
    initialPageParam: firstPage,
    getNextPageParam: (last: ConversationPage) => last.nextCursor,
  });
}

const firstPage: string | null = null;

/** A view and what is asked of it, as our routes take it. */
export function searchFor(view: View, { q, sort }: Asked): URLSearchParams {
  const search = new URLSearchParams({ view, zone: zoneHere() });
  if (q !== '') search.set('q', q);
  if (sort !== null) search.set('sort', sort);
  return search;
}

/** The days that a search names are those of the viewer's calendar. */
function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** How many stand in each view. */
export const viewCountsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) =>
    readJson<ViewCounts>(`/api/views?zone=${encodeURIComponent(zoneHere())}`, signal),
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

/** Every label, also archived ones. */
export const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: ({ signal }) => readJson<LabelView[]>('/api/labels', signal),
});

/** Every team with its members, also archived ones. */
export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => readJson<TeamView[]>('/api/teams', signal),
});

/** The searches that this person or their team keeps, in their order. */
export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => readJson<SavedViewView[]>('/api/saved-views', signal),
});

/** How many conversations a view holds that match what is asked of it. */
export function foundQuery(view: View, { q }: Asked) {
  return queryOptions({
    queryKey: ['found', view, q],
    queryFn: ({ signal }) =>
      readJson<ConversationIds>(
        `/api/conversations/ids?${searchFor(view, { q, sort: null })}`,
        signal,
      ),
    staleTime: 5_000,
  });
}
