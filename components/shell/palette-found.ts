'use client';

import { rowDetail, useFoundRows } from './found-rows';
import { useGo } from './go';
import type { PaletteGroup } from './palette-choice';

/** Conversations that have what was typed in their names, handles or texts. */
export function useFoundConversations(query: string): { group: PaletteGroup; searching: boolean } {
  const go = useGo();
  const { rows, searching } = useFoundRows(query);
  return {
    group: {
      title: 'Conversations',
      choices: rows.map((row) => ({
        id: `conversation:${row.id}`,
        label: row.contactName,
        detail: rowDetail(row),
        run: () => go(`/inbox/all/${row.id}`),
      })),
    },
    searching,
  };
}
