'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';
import { useGo } from './go';
import type { PaletteGroup } from './palette-choice';
import { readJson } from './read-json';
import { useSettled } from './settled';

const mostShown = 8;

/** Conversations that have what was typed in their names, handles or texts. */
export function useFoundConversations(query: string): { group: PaletteGroup; searching: boolean } {
  const sought = useSettled(query.trim());
  const go = useGo();
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
  const rows = query.trim() === '' ? [] : (data?.rows ?? []).slice(0, mostShown);
  return {
    group: {
      title: 'Conversations',
      choices: rows.map((row) => ({
        id: `conversation:${row.id}`,
        label: row.contactName,
        detail: detailOf(row),
        run: () => go(`/inbox/all/${row.id}`),
      })),
    },
    searching: isFetching || sought !== query.trim(),
  };
}

function detailOf({ handle, preview }: ConversationRow): string {
  return handle ? `@${handle} · ${preview}` : preview;
}
