import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { OlderMessages, ThreadView } from '@/lib/queries/inbox/thread-views';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';
import { isUntouched, settlePage } from './touched';

/** The newest page carries the conversation itself; older pages only messages and what happened between. */
export type ThreadPage = OlderMessages & { view: ThreadView | null };

/** A conversation from its newest message upwards. */
export function threadQuery(conversationId: string) {
  return infiniteQueryOptions({
    queryKey: ['thread', conversationId],
    queryFn: ({ pageParam, signal, client, queryKey }) => {
      const known = knownPages(client, queryKey);
      return pageParam === null
        ? readNewest(conversationId, known, signal)
        : readOlder(conversationId, pageParam, { known, signal });
    },
    initialPageParam: newest,
    getNextPageParam: (oldest: ThreadPage) => oldest.olderCursor,
  });
}

/** What the cache holds of a conversation that is not there. */
export const missingPage: ThreadPage = { view: null, messages: [], facts: [], olderCursor: null };

/** The newest page as the cache holds it. */
export function pageOfView(view: ThreadView): ThreadPage {
  const { messages, facts, olderCursor } = view;
  return { view, messages, facts, olderCursor };
}

const newest: string | null = null;

type Known = InfiniteData<ThreadPage, string | null> | undefined;

function knownPages(client: QueryClient, queryKey: QueryKey): Known {
  return client.getQueryData(queryKey);
}

/** Everything since where the known newest page begins, so that the pages above it still fit on. */
async function readNewest(
  conversationId: string,
  known: Known,
  signal: AbortSignal,
): Promise<ThreadPage> {
  // What is known is shown first; what is new to the cache cannot come too soon.
  if (known) await afterPaint();
  const from = known?.pages[0]?.olderCursor ?? null;
  const search = from === null ? '' : `?${new URLSearchParams({ from })}`;
  return pageOfView(await readJson<ThreadView>(`${pathOf(conversationId)}${search}`, signal));
}

async function readOlder(
  conversationId: string,
  before: string,
  { known, signal }: { known: Known; signal: AbortSignal },
): Promise<ThreadPage> {
  const page = known?.pages[known.pageParams.indexOf(before)];
  if (page && isUntouched(before, page.messages)) return page;
  const search = new URLSearchParams({ before });
  const older = await readJson<OlderMessages>(
    `${pathOf(conversationId)}/messages?${search}`,
    signal,
  );
  settlePage(before, older.messages);
  return { view: null, ...older };
}

/** Where our routes tell of a conversation. */
export function pathOf(conversationId: string): string {
  return `/api/conversations/${encodeURIComponent(conversationId)}`;
}
