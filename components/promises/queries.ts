import { queryOptions } from '@tanstack/react-query';
import type { Impact } from '@/lib/domain/sla/impact';
import type { ChangeInMind } from '@/lib/queries/sla/impact';
import { readJson } from '../shell/read-json';

/** What a change would do to the open conversations. Asked anew each time: clocks run. */
export function impactQuery(change: ChangeInMind) {
  const search = new URLSearchParams({ change: JSON.stringify(change) });
  return queryOptions({
    queryKey: ['sla', 'impact', change],
    queryFn: ({ signal }) => readJson<Impact>(`/api/sla/impact?${search}`, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}
