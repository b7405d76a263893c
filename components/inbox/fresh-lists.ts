import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { Sort, View } from '@/lib/domain/conversation/view';
import { findSort, findView } from '@/lib/domain/conversation/view';
import { hasText, parseQuery } from '@/lib/domain/search/query';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import { readJson } from '../shell/read-json';
import { mergePages } from './merge-pages';
import { savedViewsQuery, searchFor } from './queries';

/** Reading a page or two anew costs no more than reading what happened. */
const fewPages = 2;
/** As many as the route takes. */
const mostIds = 50;

type List = InfiniteData<ConversationPage, string | null>;

/**
 * Brings the lists up to date with what happened to some conversations. A long list asks only for
 * those; a short one, one by rank, or one that is not looked at, is read anew.
 */
export async function freshenLists(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: ['conversations'] });
  await Promise.all(
    lists.map((list) => {
      const isLong = pagesOf(list).length > fewPages && list.isActive() && ids.size <= mostIds;
      const asked = isLong ? askedOf(client, list) : null;
      return asked ? workIn(client, list, { ...asked, ids }) : readAnew(client, list);
    }),
  );
}

/** The rows at the top of the lists that are looked at, as many as one request may name. */
export function firstRows(client: QueryClient): ReadonlySet<string> {
  const lists = client.getQueryCache().findAll({ queryKey: ['conversations'], type: 'active' });
  const rows = lists.flatMap((list) => pagesOf(list).flatMap((page) => page.rows));
  return new Set(rows.slice(0, mostIds).map(({ id }) => id));
}

function readAnew(client: QueryClient, { queryKey }: Query): Promise<void> {
  return client.invalidateQueries({ queryKey, exact: true });
}

type Asked = { view: View; q: string; sort: Sort };

/** What a list in the cache asks, unless it is sorted by rank. */
function askedOf(client: QueryClient, { queryKey }: Query): Asked | null {
  const [, name, q = '', sort] = queryKey.map((part) => (part === null ? '' : `${part}`));
  const view = findView(name ?? '');
  if (!view) return null;
  const saved = client
    .getQueryData(savedViewsQuery.queryKey)
    ?.find(({ id }) => view === `saved-${id}`);
  if (view.startsWith('saved-') && !saved) return null;
  if (hasText(parseQuery(`${saved?.query ?? ''} ${q}`).terms)) return null;
  return { view, q, sort: findSort(sort ?? '') ?? saved?.sort ?? 'newest' };
}

async function workIn(
  client: QueryClient,
  list: Query,
  { ids, ...asked }: Asked & { ids: ReadonlySet<string> },
): Promise<void> {
  const search = searchFor(asked.view, asked);
  search.set('ids', [...ids].join(','));
  try {
    const { rows } = await readJson<ConversationPage>(`/api/conversations?${search}`);
    client.setQueryData<List>(list.queryKey, (data) => {
      return data && { ...data, pages: mergePages(data.pages, { ids, rows, sort: asked.sort }) };
    });
  } catch {
    await readAnew(client, list);
  }
}

function pagesOf(list: Query): readonly ConversationPage[] {
  const data = list.state.data as List | undefined;
  return data?.pages ?? [];
}
