import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ActivityPage, ContactHistory } from '@/lib/queries/inbox/thread-views';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';
import { pathOf } from './queries';

/** Everything that happened in a conversation, newest first. */
export function activityQuery(conversationId: string) {
  return infiniteQueryOptions({
    queryKey: ['thread', conversationId, 'activity'],
    queryFn: async ({ pageParam, signal }) => {
      await afterPaint();
      const search = pageParam === null ? '' : `?${new URLSearchParams({ cursor: pageParam })}`;
      return await readJson<ActivityPage>(`${pathOf(conversationId)}/activity${search}`, signal);
    },
    initialPageParam: latest,
    getNextPageParam: (last: ActivityPage) => last.nextCursor,
  });
}

/** When the contact of a conversation came before. */
export function historyQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['history', conversationId],
    queryFn: async ({ signal }) => {
      await afterPaint();
      return await readJson<ContactHistory>(`${pathOf(conversationId)}/history`, signal);
    },
  });
}

const latest: string | null = null;
