import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Sort, View } from '@/lib/domain/conversation/view';
import { findSort, findView, ownSort } from '@/lib/domain/conversation/view';
import { hasText, parseQuery } from '@/lib/domain/search/query';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import { readJson } from '../shell/read-json';
import { LatestAnswers } from './latest-answers';
import { mergePages } from './merge-pages';
import { savedViewsQuery, searchFor } from './queries';

/** Reading a page or two anew costs no more than reading what happened. */
const fewPages = 2;
/** As many as the route takes. */
const mostIds = 50;

type List = InfiniteData<ConversationPage, string | null>;

/**
 * Brings the lists, and how much a search found, up to date with what happened to some conversations. A
 * long list asks only for those; a short one, one by rank, or one that is not looked at, is read anew, by `read`.
 */
export async function freshenLists(
  client: QueryClient,
  ids: ReadonlySet<string>,
  read: typeof readAnew = readAnew,
): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: ['conversations'] });
  await Promise.all([
    read(client, ['found']),
    ...lists.map((list) => {
      const pages = pagesOf(list).length;
      const isLong = pages > fewPages && pages > ids.size / mostIds && list.isActive();
      const asked = isLong ? askedOf(client, list) : null;
      return asked
        ? workIn(client, list, { ...asked, ids: [...ids] })
        : read(client, list.queryKey, true);
    }),
  ]);
}

/** The rows at the top of the lists that are looked at, as many as one request may name. */
export function firstRows(client: QueryClient): ReadonlySet<string> {
  const lists = client.getQueryCache().findAll({ queryKey: ['conversations'], type: 'active' });
  const rows = lists.flatMap((list) => pagesOf(list).flatMap((page) => page.rows));
  return new Set(rows.slice(0, mostIds).map(({ id }) => id));
}

function readAnew(client: QueryClient, queryKey: QueryKey, exact = false): Promise<void> {
  return client.invalidateQueries({ queryKey, exact });
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
  return { view, q, sort: findSort(sort ?? '', view) ?? saved?.sort ?? ownSort(view) };
}

async function workIn(
  client: QueryClient,
  list: Query,
  { ids, ...asked }: Asked & { ids: readonly string[] },
): Promise<void> {
  const portion = ids.slice(0, mostIds);
  const search = searchFor(asked.view, asked);
  search.set('ids', portion.join(','));
  const answers = answersOf(list);
  const question = answers.ask();
  try {
    const { rows } = await readJson<ConversationPage>(`/api/conversations?${search}`);
    const put = () => {
      const standing = answers.standing(question, portion);
      if (standing.size === 0) return;
      const news = { ids: standing, rows: rows.filter(({ id }) => standing.has(id)) };
      client.setQueryData<List>(list.queryKey, (data) => {
        return data && { ...data, pages: mergePages(data.pages, { ...news, sort: asked.sort }) };
      });
    };
    put();
    afterReading(client, list, put);
  } catch {
    return await readAnew(client, list.queryKey, true);
  }
  if (ids.length > mostIds) await workIn(client, list, { ...asked, ids: ids.slice(mostIds) });
}

const answersByList = new WeakMap<Query, LatestAnswers>();

function answersOf(list: Query): LatestAnswers {
  const answers = answersByList.get(list) ?? new LatestAnswers();
  answersByList.set(list, answers);
  return answers;
}

/** A page on its way brings back the pages as they stood when it was asked for: then it runs once more. */
function afterReading(client: QueryClient, list: Query, run: () => void) {
  if (list.state.fetchStatus === 'idle') return;
  const stop = client.getQueryCache().subscribe(({ query }) => {
    if (query !== list || list.state.fetchStatus !== 'idle') return;
    stop();
    // In the same breath, so that neither a screen nor the next page sees the list without it.
    run();
  });
}

function pagesOf(list: Query): readonly ConversationPage[] {
  const data = list.state.data as List | undefined;
  return data?.pages ?? [];
}
