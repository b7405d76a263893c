'use client';

import { useQueries } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';

/** Reads a page that the server draws again when an event makes one of these reads stale. */
export function FreshPage({ of }: { of: readonly string[] }) {
  const router = useRouter();
  useQueries({
    queries: of.map((key) => ({
      queryKey: [key, 'page'],
      queryFn: () => {
        router.refresh();
        return Date.now();
      },
      initialData: 0,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return null;
}
