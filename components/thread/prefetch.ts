'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { threadQuery } from './queries';

/** Reads a conversation that is likely to be opened next, unless it is known and fresh. */
export function usePrefetchThread(): (conversationId: string) => void {
  const client = useQueryClient();
  return useCallback(
    (conversationId) => {
      void client.prefetchInfiniteQuery(threadQuery(conversationId));
    },
    [client],
  );
}
