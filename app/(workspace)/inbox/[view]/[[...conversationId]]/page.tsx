import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { guideQuery } from '@/components/guide/queries';
import { Inbox } from '@/components/inbox/inbox';
import { layoutFrom } from '@/components/inbox/layout';
import type { Asked } from '@/components/inbox/queries';
import {
  conversationsQuery,
  labelsQuery,
  membersQuery,
  savedViewsQuery,
  teamsQuery,
  viewCountsQuery,
} from '@/components/inbox/queries';
import { nameOfView } from '@/components/inbox/view-names';
import { missingPage, pageOfView, threadQuery } from '@/components/thread/queries';
import type { Actor } from '@/lib/domain/access/can';
import type { View } from '@/lib/domain/conversation/view';
import { findSort, findView } from '@/lib/domain/conversation/view';
import { Refusal } from '@/lib/domain/refusal';
import { conversationList } from '@/lib/queries/inbox/conversation-list';
import { zoneFrom } from '@/lib/queries/inbox/list-params';
import type { ListRequest } from '@/lib/queries/inbox/list-request';
import { memberList } from '@/lib/queries/inbox/members';
import { threadView } from '@/lib/queries/inbox/thread-view';
import { viewCounts } from '@/lib/queries/inbox/view-counts';
import { labelList } from '@/lib/queries/labels/label-list';
import { guideView } from '@/lib/queries/members/guide';
import { teamList } from '@/lib/queries/teams/team-list';
import { savedViewList } from '@/lib/queries/views/saved-view-list';
import { viewer } from '../../../viewer';

type Props = {
  params: Promise<{ view: string; conversationId?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = findView((await params).view);
  return { title: view ? (nameOfView(view, []) ?? 'Inbox') : 'Not here' };
}

/** The inbox with its first data in the page, so that the first paint is whole. */
export default async function InboxViewPage({ params, searchParams }: Props) {
  const { view: named, conversationId: [conversationId, ...rest] = [] } = await params;
  const view = findView(named);
  if (!view || rest.length > 0) notFound();
  const { actor } = await viewer();
  const client = new QueryClient();
  const cookie = await cookies();
  const zone = zoneFrom(new URLSearchParams({ zone: cookie.get('zone')?.value ?? '' }));
  await Promise.all([
    readLists(client, actor, { view, ...askedIn(view, await searchParams), zone }),
    conversationId ? readThread(client, actor, decodeURIComponent(conversationId)) : null,
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Inbox layout={layoutFrom((name) => cookie.get(name)?.value)} />
    </HydrationBoundary>
  );
}

function askedIn(view: View, { q, sort }: Awaited<Props['searchParams']>): Asked {
  return {
    q: typeof q === 'string' ? q : '',
    sort: typeof sort === 'string' ? (findSort(sort, view) ?? null) : null,
  };
}

/** The channels come with the layout. Read twice, they would be news, and all that waits for its script drawn anew. */
async function readLists(client: QueryClient, actor: Actor, request: ListRequest) {
  await Promise.all([
    client.prefetchInfiniteQuery({
      ...conversationsQuery(request.view, request),
      queryFn: () => conversationList(actor, { ...request, cursor: null }),
    }),
    client.prefetchQuery({ ...viewCountsQuery, queryFn: () => viewCounts(actor, request.zone) }),
    client.prefetchQuery({ ...membersQuery, queryFn: () => memberList(actor) }),
    client.prefetchQuery({ ...labelsQuery, queryFn: () => labelList(actor) }),
    client.prefetchQuery({ ...savedViewsQuery, queryFn: () => savedViewList(actor) }),
    client.prefetchQuery({ ...teamsQuery, queryFn: () => teamList(actor) }),
    client.prefetchQuery({ ...guideQuery, queryFn: () => guideView(actor) }),
  ]);
}

async function readThread(client: QueryClient, actor: Actor, id: string) {
  await client.prefetchInfiniteQuery({
    ...threadQuery(id),
    queryFn: async () => {
      try {
        return pageOfView(await threadView(actor, id));
      } catch (error) {
        if (error instanceof Refusal && error.code === 'not_found') return missingPage;
        throw error;
      }
    },
  });
}
