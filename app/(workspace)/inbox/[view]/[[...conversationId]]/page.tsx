import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Inbox } from '@/components/inbox/inbox';
import {
  channelsQuery,
  conversationsQuery,
  membersQuery,
  viewCountsQuery,
} from '@/components/inbox/queries';
import { viewNames } from '@/components/inbox/view-names';
import { missingPage, pageOfView, threadQuery } from '@/components/thread/queries';
import type { Actor } from '@/lib/domain/access/can';
import type { View } from '@/lib/domain/conversation/conversation';
import { views } from '@/lib/domain/conversation/conversation';
import { Refusal } from '@/lib/domain/refusal';
import { channelList } from '@/lib/queries/channels/channel-list';
import { conversationList } from '@/lib/queries/inbox/conversation-list';
import { memberList } from '@/lib/queries/inbox/members';
import { threadView } from '@/lib/queries/inbox/thread-view';
import { viewCounts } from '@/lib/queries/inbox/view-counts';
import { viewer } from '../../../viewer';

type Props = { params: Promise<{ view: string; conversationId?: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = views.find(matching((await params).view));
  return { title: view ? viewNames[view].name : 'Not here' };
}

/** The inbox with its first data in the page, so that the first paint is whole. */
export default async function InboxViewPage({ params }: Props) {
  const { view: named, conversationId: [conversationId, ...rest] = [] } = await params;
  const view = views.find(matching(named));
  if (!view || rest.length > 0) notFound();
  const { actor } = await viewer();
  const client = new QueryClient();
  await Promise.all([
    readLists(client, actor, view),
    conversationId ? readThread(client, actor, decodeURIComponent(conversationId)) : null,
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Inbox />
    </HydrationBoundary>
  );
}

async function readLists(client: QueryClient, actor: Actor, view: View) {
  await Promise.all([
    client.prefetchInfiniteQuery({
      ...conversationsQuery(view),
      queryFn: () => conversationList(actor, { view, cursor: null }),
    }),
    client.prefetchQuery({ ...viewCountsQuery, queryFn: () => viewCounts(actor) }),
    client.prefetchQuery({ ...membersQuery, queryFn: () => memberList(actor) }),
    client.prefetchQuery({ ...channelsQuery, queryFn: () => channelList(actor) }),
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

const matching = (name: string) => (view: View) => view === name;
