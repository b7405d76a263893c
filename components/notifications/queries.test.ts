import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { markRead, notificationsQuery } from './queries';

afterEach(() => vi.unstubAllGlobals());

test('what cannot be marked without a connection is looked at again, and nothing breaks', async () => {
  const asked = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  vi.stubGlobal('fetch', asked);
  const client = new QueryClient();
  const { queryKey } = notificationsQuery;
  client.setQueryData(queryKey, { items: [], unread: 2, olderCursor: null } as never);
  await expect(markRead(client, { upTo: '2026-11-24T10:00:00Z' })).resolves.toBeUndefined();
  expect(asked).toHaveBeenCalledOnce();
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
});
