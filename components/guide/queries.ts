import { queryOptions } from '@tanstack/react-query';
import type { GuideView } from '@/lib/queries/members/guide';
import { readJson } from '../shell/read-json';

/** How far one's own first minute is. Once put away it is not asked for again. */
export const guideQuery = queryOptions({
  queryKey: ['guide'],
  queryFn: ({ signal }) => readJson<GuideView>('/api/guide', signal),
  enabled: (query) => !query.state.data?.dismissed,
});
