import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import { forgetMessage } from './patch';
import { threadQuery } from './queries';

const said = (id: string) => ({ id }) as MessageItem;
const page = (...ids: string[]) => ({
  view: null,
  messages: ids.map(said),
  facts: [],
  olderCursor: null,
});

function aThread() {
  const client = new QueryClient();
  const { queryKey } = threadQuery('ana');
  client.setQueryData(queryKey, {
    pages: [page('c', 'called back'), page('a', 'b')],
    pageParams: [null, 'older'],
  });
  const shown = () =>
    client.getQueryData(queryKey)?.pages.map(({ messages }) => messages.map(({ id }) => id));
  return { client, queryKey, shown };
}

test('what was called back is in the thread no more, and all else is', async () => {
  const { client, shown } = aThread();
  await forgetMessage(client, 'ana', 'called back');
  expect(shown()).toEqual([['c'], ['a', 'b']]);
});

test('a read that began before brings it back no more', async () => {
  const { client, queryKey, shown } = aThread();
  let answer: (pages: unknown) => void = () => undefined;
  const reading = client.fetchQuery({
    queryKey: [...queryKey],
    queryFn: () => new Promise((resolve) => (answer = resolve)),
  });
  const cancelled = reading.catch((error: unknown) => error);
  await forgetMessage(client, 'ana', 'called back');
  answer({ pages: [page('called back')], pageParams: [null] });
  await cancelled;
  expect(shown()).toEqual([['c'], ['a', 'b']]);
});

test('a thread that nobody opened is left alone', async () => {
  const client = new QueryClient();
  await forgetMessage(client, 'ana', 'called back');
  expect(client.getQueryData(threadQuery('ana').queryKey)).toBeUndefined();
});
