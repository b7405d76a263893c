'use client';

import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useShortcut } from '../shell/shortcuts';
import { rowId } from './conversation-row';
import type { Place } from './location';
import { goTo } from './location';

/** Which row the keyboard is on, and the keys that move it. */
export function useCursor({
  rows,
  place: { view, conversationId: openId },
  pageRows,
  scrollTo,
}: {
  rows: readonly Row[];
  place: Place;
  /** How many rows a page of the screen holds. */
  pageRows: () => number;
  scrollTo: (index: number) => void;
}) {
  const [touched, setCursor] = useState<string | null>(null);
  const indexOf = (id: string | null) => rows.findIndex((row) => row.id === id);
  const known = [touched, openId].find((id) => indexOf(id) >= 0);
  const cursor = known ?? rows[0]?.id ?? null;

  function focus(index: number): Row | undefined {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (!row) return undefined;
    setCursor(row.id);
    scrollTo(rows.indexOf(row));
    focusRow(row.id);
    return row;
  }

  // One that left the view while it was open is followed by what took its place.
  const [stood, setStood] = useState(-1);
  const standing = indexOf(openId);
  if (standing >= 0 && standing !== stood) setStood(standing);

  function step(by: 1 | -1) {
    const gone = openId !== null && standing < 0;
    const from = standing >= 0 ? standing : indexOf(touched);
    const row = focus(gone && stood >= 0 ? stood + Math.min(by, 0) : from + by);
    if (row && openId !== null) goTo(view, row.id);
  }

  useShortcut('next', () => step(1));
  useShortcut('previous', () => step(-1));
  useShortcut('open', cursor === null ? null : () => goTo(view, cursor));

  function onKeyDown(event: KeyboardEvent) {
    const at = indexOf(cursor);
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + pageRows(),
      PageUp: at - pageRows(),
    }[event.key];
    if (target === undefined || event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focus(target);
  }

  return {
    cursor,
    setCursor,
    onKeyDown,
    moveBy: (by: 1 | -1) => focus(indexOf(cursor) + by)?.id ?? null,
  };
}

/** Puts the focus on a row once it is drawn. */
export function focusRow(conversationId: string) {
  requestAnimationFrame(() => {
    document.getElementById(rowId(conversationId))?.focus({ preventScroll: true });
  });
}
