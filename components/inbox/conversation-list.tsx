'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { View } from '@/lib/domain/conversation/conversation';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { ConversationRows } from './conversation-rows';
import { useHeldRows } from './held-rows';
import { EmptyList, ListFailed, ListSkeleton } from './list-states';
import { conversationsQuery, viewCountsQuery } from './queries';
import { viewNames } from './view-names';
import { ViewsNav } from './views-nav';

/** A view's conversations, newest first, and live. */
export function ConversationList({ view, openId }: { view: View; openId: string | null }) {
  // The main part while nothing is open; not another element then, or the list would begin anew.
  const landmark = {
    role: openId === null ? 'main' : 'region',
    'aria-label': viewNames[view].name,
  };
  const Heading = openId === null ? 'h1' : 'h2';
  return (
    <div
      {...landmark}
      className="flex min-h-0 min-w-0 flex-col border-line bg-panel pane:border-r max-pane:in-data-[pane=thread]:hidden"
    >
      <div className="flex h-12 shrink-0 items-center gap-2 border-line px-4 full:border-b">
        <Heading className="font-title text-title">{viewNames[view].name}</Heading>
        <span className="ml-auto text-fact text-ink-3">Newest first</span>
      </div>
      <ViewsNav
        current={view}
        className="quiet-scroll shrink-0 gap-1 overflow-x-auto border-line border-b px-2 pb-2 full:hidden"
      />
      <Rows key={view} view={view} openId={openId} />
    </div>
  );
}

function Rows({ view, openId }: { view: View; openId: string | null }) {
  const client = useQueryClient();
  const query = useInfiniteQuery(conversationsQuery(view));
  const { rows, fresh, release, hold } = useHeldRows(distinct(query.data?.pages));

  if (query.isPending) return <ListSkeleton />;
  if (query.isError && rows.length === 0) return <ListFailed onRetry={() => query.refetch()} />;
  if (rows.length === 0) return <EmptyList view={view} />;
  return (
    <ConversationRows
      rows={rows}
      fresh={fresh}
      view={view}
      openId={openId}
      hold={hold}
      onRelease={() => {
        release();
        void client.invalidateQueries({ queryKey: viewCountsQuery.queryKey });
      }}
      onEnd={query.hasNextPage && !query.isFetching ? query.fetchNextPage : null}
    />
  );
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
