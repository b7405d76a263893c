'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { View } from '@/lib/domain/conversation/conversation';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { usePrefetchThread } from '../thread/prefetch';
import { ConversationRow } from './conversation-row';
import { useCursor } from './cursor';
import { useListWindow } from './list-window';
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
