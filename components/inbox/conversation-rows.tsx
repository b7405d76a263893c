'use client';

import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { View } from '@/lib/domain/conversation/conversation';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useShortcut } from '../shell/shortcuts';
import { usePrefetchThread } from '../thread/prefetch';
import { ConversationRow, rowId } from './conversation-row';
import { useListWindow } from './list-window';
import { goTo } from './location';
import { useMemberNames } from './members';
import { channelsQuery } from './queries';

/** The rows that are in sight, one of them reachable by Tab, the others by arrow keys and j and k. */
export function ConversationRows({
  rows,
  fresh,
  view,
  openId,
  hold,
  onRelease,
  onEnd,
}: {
  rows: readonly Row[];
  fresh: number;
  view: View;
  openId: string | null;
  hold: object;
  onRelease: () => void;
  onEnd: (() => void) | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useListWindow(rows.length, scroller);
  const space = useSpace(seen);
  const { data: channels } = useQuery(channelsQuery);
  const nameOf = useMemberNames();
  const near = usePrefetchThread();
  const { cursor, setCursor, onKeyDown } = useCursor({
    rows,
    view,
    openId,
    scrollTo: seen.scrollTo,
  });
  useNeighbours(rows, openId);
  useEffect(() => {
    if (seen.to > rows.length - 12) onEnd?.();
  }, [seen.to, rows.length, onEnd]);

  return (
    <div className="relative min-h-0 flex-1" {...hold}>
      {fresh > 0 ? (
        <button
          type="button"
          onClick={() => {
            onRelease();
            scroller.current?.scrollTo({ top: 0 });
          }}
          className="-translate-x-1/2 absolute top-2 left-1/2 z-10 h-7 animate-rise rounded-full border border-line bg-amber-wash px-4 font-strong text-amber-ink text-fact shadow-float"
        >
          {fresh} new
        </button>
      ) : null}
      <div ref={scroller} className="quiet-scroll h-full overflow-y-auto [contain:strict]">
        <ul onKeyDown={onKeyDown} style={space}>
          {rows.slice(seen.from, seen.to).map((row, offset) => (
            <li
              key={row.id}
              aria-setsize={onEnd ? -1 : rows.length}
              aria-posinset={seen.from + offset + 1}
            >
              <ConversationRow
                row={row}
                view={view}
                channelHandle={channels?.find(({ id }) => id === row.channelId)?.handle}
                ownerName={nameOf(row.ownerId)}
                open={row.id === openId}
                reachable={row.id === cursor}
                onNear={near}
                onFocus={setCursor}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Which row the keyboard is on, and the keys that move it. */
function useCursor({
  rows,
  view,
  openId,
  scrollTo,
}: {
  rows: readonly Row[];
  view: View;
  openId: string | null;
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
    requestAnimationFrame(() => {
      document.getElementById(rowId(row.id))?.focus({ preventScroll: true });
    });
    return row;
  }

  function step(by: 1 | -1) {
    const from = indexOf(openId) >= 0 ? indexOf(openId) : indexOf(touched);
    const row = focus(from + by);
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
      PageDown: at + 8,
      PageUp: at - 8,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    focus(target);
  }

  return { cursor, setCursor, onKeyDown };
}

/** The conversations on both sides of the open one are read before they are asked for. */
function useNeighbours(rows: readonly Row[], openId: string | null) {
  const near = usePrefetchThread();
  useEffect(() => {
    const at = rows.findIndex((row) => row.id === openId);
    if (at < 0) return;
    for (const neighbour of [rows[at + 1], rows[at - 1]]) if (neighbour) near(neighbour.id);
  }, [rows, openId, near]);
}

/** Room for the rows that are not drawn. Not in the server's page, whose policy forbids inline styles. */
function useSpace({ before, after }: { before: number; after: number }) {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return here ? { paddingTop: before, paddingBottom: after } : undefined;
}

function never() {
  return () => undefined;
}
