import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import { freshenLists } from './fresh-lists';
import { conversationsQuery, foundQuery } from './queries';
import { aPage, aRow, oClock } from './rows.fixture';

type Asked = { search: URLSearchParams; answer: (page: ConversationPage) => void };

let asked: Asked[] = [];
const clients: QueryClient[] = [];
vi.stubGlobal('fetch', (path: string) => {
  return new Promise<Response>((resolve) => {
    const { searchParams: search } = new URL(path, 'https://porchlight.test');
    asked.push({ search, answer: (page) => resolve(Response.json(page)) });
  });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.clear();
  asked = [];
});

const row = (id: string, hour: number, preview = '') => aRow(id, oClock(hour), { preview });

const question = { q: '', sort: 'newest' as const };
const options = conversationsQuery('open', question);

/** A list of three pages with more behind them, looked at. */
function aLongList() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  clients.push(client);
  client.setQueryData(options.queryKey, {
    pages: [aPage([row('ana', 9)], '1'), aPage([row('ben', 8)], '2'), aPage([row('cyd', 7)], '3')],
    pageParams: [null, '1', '2'],
  });
  const observer = new InfiniteQueryObserver(client, options);
  observer.subscribe(() => undefined);
  const shown = () =>
    client
      .getQueryData(options.queryKey)
      ?.pages.flatMap(({ rows }) => rows.map(({ id, preview }) => `${id} ${preview}`.trim()));
  return { client, observer, shown };
}

async function request(index: number): Promise<Asked> {
  return await vi.waitUntil(() => asked[index]);
}

it('asks a long list for many conversations in portions', async () => {
  const { client } = aLongList();
  const ids = Array.from({ length: 120 }, (_, index) => `c${index}`);
  const done = freshenLists(client, new Set(ids));
  for (const [index, size] of [50, 50, 20].entries()) {
    const { search, answer } = await request(index);
    expect(search.get('ids')?.split(',')).toHaveLength(size);
    answer(aPage([]));
  }
  await done;
  expect(asked).toHaveLength(3);
});

it('reads a list anew when that takes fewer requests', async () => {
  const { client } = aLongList();
  void freshenLists(client, new Set(Array.from({ length: 151 }, (_, index) => `c${index}`)));
  expect((await request(0)).search.get('ids')).toBeNull();
});

it('keeps what happened while the next page was on its way', async () => {
  const { client, observer, shown } = aLongList();
  const next = observer.fetchNextPage();
  const more = await request(0);
  const done = freshenLists(client, new Set(['ben', 'cyd']));
  (await request(1)).answer(aPage([row('cyd', 10, 'new')]));
  await done;
  expect(shown()).toEqual(['cyd new', 'ana']);
  more.answer(aPage([row('dov', 6)]));
  const { data } = await next;
  expect(shown()).toEqual(['cyd new', 'ana', 'dov']);
  expect(data?.pages).toHaveLength(4);
});

it('lets no older answer overwrite a newer one', async () => {
  const { client, shown } = aLongList();
  const both = [freshenLists(client, new Set(['ana'])), freshenLists(client, new Set(['ana']))];
  const [first, second] = [await request(0), await request(1)];
  second.answer(aPage([row('ana', 11, 'second')]));
  await both[1];
  first.answer(aPage([row('ana', 10, 'first')]));
  await both[0];
  expect(shown()).toEqual(['ana second', 'ben', 'cyd']);
});

it('marks stale how much a search found', async () => {
  const { client } = aLongList();
  const { queryKey } = foundQuery('open', { q: 'parcel', sort: null });
  client.setQueryData(queryKey, { ids: [], total: 0, capped: false });
  void freshenLists(client, new Set(['ana']));
  await request(0);
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
});
