import { queryOptions } from '@tanstack/react-query';
import type { LinkView } from '@/lib/queries/links/link-list';
import { readJson } from '../shell/read-json';

/** The "message us" links, with what came of them. */
export const linksQuery = queryOptions({
  queryKey: ['links'],
  queryFn: ({ signal }) => readJson<LinkView[]>('/api/message-links', signal),
  // Clicks are told to nobody as they come.
  staleTime: 10_000,
});
