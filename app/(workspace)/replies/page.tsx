import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { Library } from '@/components/replies/library/library';
import { libraryQuery } from '@/components/replies/queries';
import { replyLibrary } from '@/lib/queries/replies/library';
import { viewer } from '../viewer';

export const metadata: Metadata = { title: 'Approved replies' };

export default async function LibraryPage() {
  const { actor } = await viewer();
  const client = new QueryClient();
  await client.prefetchQuery({ ...libraryQuery, queryFn: () => replyLibrary(actor) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Library />
    </HydrationBoundary>
  );
}
