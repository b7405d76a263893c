import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import { threadQuery } from '../thread/queries';
import { announce } from './announcer';

/** Says from whom messages came in; of many at once, how many. */
export function announceArrivals(client: QueryClient, events: readonly LiveEvent[]) {
  const received = events.filter(({ type }) => type === 'message.received');
  const conversations = new Set(received.flatMap(({ conversationId }) => conversationId ?? []));
  const [first] = conversations;
  if (first === undefined) return;
  if (conversations.size > 1) {
    announce(`${received.length} new messages in ${conversations.size} conversations`);
    return;
  }
  const name = contactNameOf(client, first);
  announce(name ? `New message from ${name}` : 'New message');
}

function contactNameOf(client: QueryClient, id: string): string | undefined {
  const thread = client.getQueryData(threadQuery(id).queryKey);
  const open = thread?.pages[0]?.view?.conversation;
  if (open) return open.contactName;
  const lists = client.getQueriesData<InfiniteData<ConversationPage>>({
    queryKey: ['conversations'],
  });
  const rows = lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.rows) ?? []);
  return rows.find((row) => row.id === id)?.contactName;
}
