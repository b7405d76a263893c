import { queryOptions } from '@tanstack/react-query';
import type { TargetsView } from '@/lib/queries/sla/target-view';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';

const againMs = 60_000;

/** What is and was promised in a conversation. How far over something is grows, so that it is asked anew while it runs. */
export function targetsQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['thread', conversationId, 'targets'],
    queryFn: async ({ signal }) => {
      await afterPaint();
      const path = `/api/conversations/${encodeURIComponent(conversationId)}/targets`;
      return await readJson<TargetsView>(path, signal);
    },
    refetchInterval: ({ state }) =>
      state.data?.targets.some(({ running }) => running) ? againMs : false,
  });
}
