import { queryOptions } from '@tanstack/react-query';
import type { AssignmentView } from '@/lib/queries/routing/assignment-view';
import { readJson } from '../shell/read-json';

/** Who comes and goes, and has room again, no event of the conversation tells. */
const againMs = 10_000;

/** How a conversation came to its owner; while it waits for one, asked anew as people come and go. */
export function assignmentQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['thread', conversationId, 'assignment'],
    queryFn: ({ signal }) =>
      readJson<AssignmentView>(
        `/api/conversations/${encodeURIComponent(conversationId)}/assignment`,
        signal,
      ),
    refetchInterval: ({ state }) => (state.data?.kind === 'waits' ? againMs : false),
  });
}
