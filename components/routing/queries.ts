import { queryOptions } from '@tanstack/react-query';
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
