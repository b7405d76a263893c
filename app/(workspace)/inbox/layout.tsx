import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChannelTrouble } from '@/components/channels/channel-trouble';
import { channelsQuery } from '@/components/inbox/queries';
import { channelList } from '@/lib/queries/channels/channel-list';
import { viewer } from '../viewer';

/** The inbox below a line about channels that bring nothing, which is there from the first paint or not at all. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const { actor } = await viewer();
  const client = new QueryClient();
  await client.prefetchQuery({ ...channelsQuery, queryFn: () => channelList(actor) });
  return (
    <div className="flex h-full flex-col">
      <HydrationBoundary state={dehydrate(client)}>
        <ChannelTrouble />
      </HydrationBoundary>
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}
