import { queryOptions } from '@tanstack/react-query';
import type { AssignmentView } from '@/lib/queries/routing/assignment-view';
import type { RunView } from '@/lib/queries/rulebook/conversation-runs';
import type { RoutingView, RuleVersionView } from '@/lib/queries/rulebook/settings';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';

export const rulesQuery = queryOptions({
  queryKey: ['routing', 'rules'],
  queryFn: ({ signal }) => readJson<RoutingView>('/api/routing/rules', signal),
});

/** What a rule said over time. */
export function versionsQuery(ruleId: string) {
  return queryOptions({
    queryKey: ['routing', 'versions', ruleId],
    queryFn: ({ signal }) =>
      readJson<RuleVersionView[]>(`/api/routing/rules/${encodeURIComponent(ruleId)}`, signal),
  });
}

/** What rules made of the newest messages of a conversation. */
export function runsQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['thread', conversationId, 'rules'],
    queryFn: async ({ signal }) => {
      await afterPaint();
      const path = `/api/conversations/${encodeURIComponent(conversationId)}/rules`;
      return await readJson<RunView[]>(path, signal);
    },
  });
}

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
