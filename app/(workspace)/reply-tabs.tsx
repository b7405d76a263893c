import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { reviewQueueQuery } from '@/components/replies/queries';
import { ReplyTabs as Tabs } from '@/components/replies/tabs';
import { reviewQueue } from '@/lib/queries/replies/review-queue';
import { viewer } from './viewer';

/** The way between what belongs to approved replies, with what waits there already counted. */
export async function ReplyTabs() {
  const { actor } = await viewer();
  const client = new QueryClient();
  await client.prefetchQuery({ ...reviewQueueQuery, queryFn: () => reviewQueue(actor) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Tabs />
    </HydrationBoundary>
  );
}
