import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { attributesQuery } from '@/components/contacts/queries';
import { channelsQuery, labelsQuery, membersQuery, teamsQuery } from '@/components/inbox/queries';
import { replyQuery } from '@/components/replies/queries';
import { ReplyPage } from '@/components/replies/version/reply-page';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { attributeList } from '@/lib/queries/attributes/attribute-list';
import { channelList } from '@/lib/queries/channels/channel-list';
import { memberList } from '@/lib/queries/inbox/members';
import { labelList } from '@/lib/queries/labels/label-list';
import { replyDetail } from '@/lib/queries/replies/detail';
import type { ReplyDetail } from '@/lib/queries/replies/views';
import { teamList } from '@/lib/queries/teams/team-list';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Approved reply' };

export default async function OneReplyPage({ params }: { params: Promise<{ replyId: string }> }) {
  const { replyId } = await params;
  const { actor } = await viewer();
  const client = new QueryClient();
  const [reply] = await Promise.all([
    found(actor, replyId),
    client.prefetchQuery({ ...labelsQuery, queryFn: () => labelList(actor) }),
    client.prefetchQuery({ ...teamsQuery, queryFn: () => teamList(actor) }),
    client.prefetchQuery({ ...membersQuery, queryFn: () => memberList(actor) }),
    client.prefetchQuery({ ...channelsQuery, queryFn: () => channelList(actor) }),
    client.prefetchQuery({ ...attributesQuery, queryFn: () => attributeList(actor) }),
  ]);
  client.setQueryData(replyQuery(replyId).queryKey, reply);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ReplyPage replyId={replyId} />
    </HydrationBoundary>
  );
}

async function found(actor: Actor, replyId: string): Promise<ReplyDetail> {
  try {
    return await replyDetail(actor, replyId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound();
    throw error;
  }
}
