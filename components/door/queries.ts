import { queryOptions } from '@tanstack/react-query';
import type { DoorView } from '@/lib/door';
import type { DoorEffectsView } from '@/lib/queries/door/door-effects';
import type { ReadinessView } from '@/lib/queries/door/readiness';
import { readJson } from '../shell/read-json';

/** The door of every channel, with what became of it so far. */
export const doorsQuery = queryOptions({
  queryKey: ['door'],
  queryFn: ({ signal }) => readJson<DoorView[]>('/api/door', signal),
});

/** What each other door of a channel would change for the people one knows. */
export function doorEffectsQuery(channelId: string) {
  return queryOptions({
    queryKey: ['door', 'effects', channelId],
    queryFn: ({ signal }) => readJson<DoorEffectsView>(`/api/channels/${channelId}/door`, signal),
  });
}

/** How ready the team is, its hours by that clock. A matter of weeks, so nothing makes it stale at once. */
export function readinessQuery(zone: string) {
  return queryOptions({
    queryKey: ['readiness', zone],
    queryFn: ({ signal }) =>
      readJson<ReadinessView>(`/api/door/readiness?zone=${encodeURIComponent(zone)}`, signal),
  });
}
