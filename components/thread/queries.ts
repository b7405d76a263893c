import { infiniteQueryOptions } from '@tanstack/react-query';
import type { OlderMessages, ThreadView } from '@/lib/queries/inbox/views';
import { readJson } from '../shell/read-json';

/** The newest page carries the conversation itself; older pages only messages. */
export type ThreadPage = OlderMessages & { view: ThreadView | null };

/** A conversation from its newest message upwards. */
export function threadQuery(conversationId: string) {
  return infiniteQueryOptions({
    queryKey: ['thread', conversationId],
    queryFn: ({ pageParam, signal }) => readPage(conversationId, pageParam, signal),
    initialPageParam: newest,
    getNextPageParam: (oldest: ThreadPage) => oldest.olderCursor,
  });
}

/** What the cache holds of a conversation that is not there. */
export const missingPage: ThreadPage = { view: null, messages: [], olderCursor: null };

/** The newest page as the cache holds it. */
export function pageOfView(view: ThreadView): ThreadPage {
  return { view, messages: view.messages, olderCursor: view.olderCursor };
}

const newest: string | null = null;

async function readPage(
  conversationId: string,
  before: string | null,
  signal: AbortSignal,
): Promise<ThreadPage> {
  const path = `/api/conversations/${encodeURIComponent(conversationId)}`;
  if (before === null) return pageOfView(await readJson<ThreadView>(path, signal));
  const search = new URLSearchParams({ before });
  const older = await readJson<OlderMessages>(`${path}/messages?${search}`, signal);
  return { view: null, ...older };
}
