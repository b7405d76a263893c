'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';
import { readJson } from './read-json';
import { useSettled } from './settled';

const mostShown = 8;

/** Conversations that have what was typed in their names, handles or texts; none for nothing typed. */
export function useFoundRows(query: string): { rows: ConversationRow[]; searching: boolean } {
  const sought = useSettled(query.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['found', sought],
    queryFn: ({ signal }) =>
      readJson<ConversationPage>(
        `/api/conversations?${new URLSearchParams({ view: 'all', q: sought })}`,
        signal,
      ),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return {
    rows: query.trim() === '' ? [] : (data?.rows ?? []).slice(0, mostShown),
    searching: isFetching || sought !== query.trim(),
  };
}

/** What tells one conversation from another of the same name. */
export function rowDetail({ handle, preview }: ConversationRow): string {
  return handle ? `@${handle} · ${preview}` : preview;
}
