'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { lazy } from 'react';
import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';
import { Drawn } from '../shell/drawn';
import { Late } from '../shell/late';
import { ConversationRows } from './conversation-rows';
import { useHeldRows } from './held-rows';
import { ListHead } from './list-head';
import type { Place } from './location';
import { usePlace } from './location';
import { conversationsQuery, viewCountsQuery } from './queries';

const Lines = lazy(() => import('./list-lines').then((loaded) => ({ default: loaded.ListLines })));
const Asking = lazy(() => import('./asking').then((loaded) => ({ default: loaded.Asking })));
const ListSkeleton = lazy(() =>
  import('./list-skeleton').then((loaded) => ({ default: loaded.ListSkeleton })),
);
const NoRows = lazy(() => import('./no-rows').then((loaded) => ({ default: loaded.NoRows })));

/** A view's conversations in the order asked for, and live. */
export function ConversationList({
  name,
  viewsShown,
  onViews,
  edge,
}: {
  name: string;
  viewsShown: boolean;
  onViews: (shown: boolean) => void;
  /** The edge by which it is made wider: a part of it, also for those who listen. */
  edge: ReactNode;
}) {
  const place = usePlace();
  const { view, conversationId: openId, q } = place;
  // The main part while nothing is open; not another element then, or the list would begin anew.
  const landmark = { role: openId === null ? 'main' : 'region', 'aria-label': name };
  return (
    <div
      {...landmark}
      data-inbox-list
      className="flex min-h-0 flex-1 flex-col [contain:inline-size]"
    >
      <ListHead place={place} name={name} viewsShown={viewsShown} onViews={onViews} />
      {q === '' ? null : (
        <Drawn fallback={<div className="h-9 shrink-0 border-line border-b" />}>
          <Asking place={place} name={name} />
        </Drawn>
      )}
      <Rows key={view} place={place} />
      <Drawn>
        <Lines className={openId === null ? 'pane:hidden' : ''} />
      </Drawn>
      {edge}
    </div>
  );
}

function Rows({ place }: { place: Place }) {
  const client = useQueryClient();
  const { view } = place;
  const query = useInfiniteQuery({
    ...conversationsQuery(view, place),
    placeholderData: keepPreviousData,
  });
  const { rows, fresh, release, hold } = useHeldRows(
    distinct(query.data?.pages),
    query.isPlaceholderData ? null : `${place.sort} ${place.q}`,
  );

  if (query.isPending) {
    return (
      <Late>
        <ListSkeleton />
      </Late>
    );
  }
  if (rows.length === 0) {
    return (
      <Drawn>
        <NoRows place={place} error={query.error} onRetry={() => void query.refetch()} />
      </Drawn>
    );
  }
  return (
    <ConversationRows
      rows={rows}
      fresh={fresh}
      place={place}
      hold={hold}
      asOf={query.isPaused || query.isRefetchError ? query.dataUpdatedAt : null}
      onRelease={() => {
        release();
        void client.invalidateQueries({ queryKey: viewCountsQuery.queryKey });
      }}
      onAll={(count) => loadUpTo(count, query)}
      onEnd={query.hasNextPage && !query.isFetching ? query.fetchNextPage : null}
    />
  );
}

type Loaded = Pick<
  UseInfiniteQueryResult<InfiniteData<ConversationPage>>,
  'data' | 'hasNextPage' | 'fetchNextPage'
>;

async function loadUpTo(count: number, query: Loaded): Promise<readonly ConversationRow[]> {
  const rows = distinct(query.data?.pages);
  if (rows.length >= count || !query.hasNextPage) return rows;
  return await loadUpTo(count, await query.fetchNextPage());
}

const nothing: readonly ConversationRow[] = [];

/** A row that moved up between two pages would stand in both. */
function distinct(
  pages: readonly { rows: ConversationRow[] }[] | undefined,
): readonly ConversationRow[] {
  if (!pages) return nothing;
  const rows = new Map<string, ConversationRow>();
  for (const row of pages.flatMap((page) => page.rows)) {
    if (!rows.has(row.id)) rows.set(row.id, row);
  }
  return [...rows.values()];
}
