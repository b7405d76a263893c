'use client';

import { useState } from 'react';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useShortcut } from '../shell/shortcuts';
import type { Selection } from './selection';
import { extendTo, nothingSelected, stepTo, toggle, within } from './selection';

/** As many as one action takes. */
export const mostSelected = 500;

/** Which rows are chosen, and the keys that choose. `question` is what the list shows: another one begins anew. */
export function useSelecting({
  rows,
  question,
  cursor,
  moveBy,
}: {
  rows: readonly Row[];
  question: string;
  cursor: string | null;
  /** Moves the cursor without opening anything, and tells where it went. */
  moveBy: (by: 1 | -1) => string | null;
}) {
  const [state, setState] = useState({ question, selection: nothingSelected });
  if (state.question !== question) setState({ question, selection: nothingSelected });
  const order = rows.map(({ id }) => id);
  const there = new Set(order);
  const selection = within(state.selection, (id) => there.has(id));
  const set = (next: Selection) => setState({ question, selection: next });

  function step(by: 1 | -1) {
    const to = cursor === null ? null : moveBy(by);
    if (cursor !== null && to !== null && to !== cursor) {
      set(stepTo(selection, { from: cursor, to }, order));
    }
  }

  useShortcut('select', cursor === null ? null : () => set(toggle(selection, cursor)));
  useShortcut('extendDown', () => step(1));
  useShortcut('extendUp', () => step(-1));

  return {
    ids: selection.ids,
    clear: () => set(nothingSelected),
    take: (ids: readonly string[]) =>
      set({ ids: new Set(ids.slice(0, mostSelected)), anchor: ids[0] ?? null }),
    toggle: (id: string, range: boolean) =>
      set(range ? extendTo(selection, id, order) : toggle(selection, id)),
  };
}
