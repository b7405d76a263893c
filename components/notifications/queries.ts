import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type {
  NotificationItem,
  NotificationList,
} from '@/lib/queries/notifications/notification-list';
import { readJson } from '../shell/read-json';

/** What the person here is told, and how they want to be told. */
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => readJson<NotificationList>('/api/notifications', signal),
});

type Which = { ids: string[] } | { conversationId: string } | { upTo: string };

/** Marks as read at once, and on the server beside everything else. */
export async function markRead(client: QueryClient, which: Which) {
  const { queryKey } = notificationsQuery;
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, (list) => list && withRead(list, which));
  try {
    await fetch('/api/notifications/read', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(which),
    });
  } catch {
    // Read again below: the next look says what is true.
  }
  void client.invalidateQueries({ queryKey });
}

function withRead(list: NotificationList, which: Which): NotificationList {
  const concerned = list.items.filter((item) => !item.read && isOneOf(item, which));
  const ids = new Set(concerned.map(({ id }) => id));
  return {
    ...list,
    unread: 'upTo' in which ? 0 : Math.max(0, list.unread - ids.size),
    items: list.items.map((item) => (ids.has(item.id) ? { ...item, read: true } : item)),
  };
}

function isOneOf({ id, conversationId }: NotificationItem, which: Which): boolean {
  if ('ids' in which) return which.ids.includes(id);
  return 'upTo' in which || conversationId === which.conversationId;
}
