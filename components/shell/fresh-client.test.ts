import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { FreshClient } from './fresh-client';

const queryKey = ['thread', 'one'];
const staleTime = 60_000;

function reading(answers: string[]) {
  const asked: ((answer: string) => void)[] = [];
  return {
    asked,
    queryKey,
    staleTime,
    queryFn: () => new Promise<string>((resolve) => asked.push(resolve)),
    answer: async () => {
      asked.at(-1)?.(answers.shift() ?? '');
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test('an answer fetched ahead that was asked for before the change is not taken for fresh', async () => {
  const client = new FreshClient();
  const thread = reading(['before the message', 'with the message']);
  const ahead = client.prefetchQuery(thread);
  await client.invalidateQueries({ queryKey: ['thread'] });
  await thread.answer();
  await ahead;
  expect(client.getQueryData(queryKey)).toBe('before the message');
  expect(client.getQueryCache().find({ queryKey })?.isStaleByTime(staleTime)).toBe(true);

  const opened = client.fetchQuery(thread);
  await thread.answer();
  expect(await opened).toBe('with the message');
  expect(client.getQueryCache().find({ queryKey })?.isStaleByTime(staleTime)).toBe(false);
});

test('a first look that was asked for before the change is shown, and asked for anew', async () => {
  const client = new FreshClient();
  const thread = reading(['before the message', 'with the message']);
  const seen: (string | undefined)[] = [];
  const stop = new QueryObserver(client, thread).subscribe(({ data }) => seen.push(data));
  void client.invalidateQueries({ queryKey: ['thread'] });
  await thread.answer();
  expect(seen.at(-1)).toBe('before the message');
  expect(thread.asked).toHaveLength(2);
  await thread.answer();
  expect(seen.at(-1)).toBe('with the message');
  stop();
});

test('what is changed by hand stays as stale as it was', async () => {
  const client = new FreshClient();
  const isStale = () => client.getQueryCache().find({ queryKey })?.isStaleByTime(staleTime);
  client.setQueryData(queryKey, 'before the message');
  expect(isStale()).toBe(false);
  await client.invalidateQueries({ queryKey });
  client.setQueryData(queryKey, (known: string | undefined) => `${known}, read`);
  client.setQueriesData({ queryKey: ['thread'] }, (known: string | undefined) => `${known}.`);
  expect(client.getQueryData(queryKey)).toBe('before the message, read.');
  expect(isStale()).toBe(true);
});
