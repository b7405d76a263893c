'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { afterPaint } from '../shell/after-paint';
import { Drawn, whole } from '../shell/drawn';
import { usePrefetchThread } from '../thread/prefetch';
import { ConversationRow } from './conversation-row';
import { useCursor } from './cursor';
import type { ListWindow } from './list-window';
import { useListWindow } from './list-window';
import type { Place } from './location';
import { useMemberNames } from './members';
import { channelsQuery, labelsQuery } from './queries';
import { useRowEvents } from './row-events';
import { mostSelected, useSelecting } from './selecting';
import type { Showing } from './showing';

const ListFoot = lazy(() => import('./list-foot').then((loaded) => ({ default: loaded.ListFoot })));

/** A page is asked for while this many rows of the last one are still ahead. */
const aheadRows = 40;

type Props = {
  rows: readonly Row[];
  fresh: number;
  place: Place;
  hold: object;
  /** When it stood so, where nothing newer can be read; else null. */
  asOf: number | null;
  onRelease: () => void;
  onEnd: (() => void) | null;
  /** Loads on until so many are there, or all. */
  onAll: (count: number) => Promise<readonly Row[]>;
};

/** The rows that are in sight, one of them reachable by Tab, the others by arrow keys and j and k. */
export function ConversationRows({
  rows,
  fresh,
  place,
  hold,
  asOf,
  onRelease,
  onEnd,
  onAll,
}: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useListWindow(rows.length, scroller);
  const { view, conversationId: openId, q, sort } = place;
  const { cursor, setCursor, onKeyDown, moveBy } = useCursor({
    rows,
    place,
    pageRows: seen.inSight,
    scrollTo: seen.scrollTo,
  });
  const question = `${view} ${sort} ${q}`;
  const selecting = useSelecting({ rows, question, cursor, moveBy });
  useNeighbours(rows, openId);
  useTopOf(scroller, question);
  useNextPage(seen.to > rows.length - aheadRows ? onEnd : null);

  return (
    <div className="relative min-h-0 flex-1" {...hold}>
      {fresh > 0 ? (
        <button
          type="button"
          onClick={() => {
            onRelease();
            scroller.current?.scrollTo({ top: 0 });
          }}
          className="-translate-x-1/2 -top-3.5 absolute left-1/2 z-10 h-7 animate-news rounded-full border border-line bg-amber-wash px-4 font-strong text-amber-ink text-fact shadow-float"
        >
          {fresh} new
        </button>
      ) : null}
      <div ref={scroller} className="quiet-scroll h-full overflow-y-auto [contain:strict]">
        <VisibleRows
          rows={rows}
          place={place}
          seen={seen}
          cursor={cursor}
          ended={onEnd === null}
          selected={selecting.ids}
          onFocus={setCursor}
          onKeyDown={onKeyDown}
          onToggle={selecting.toggle}
        />
      </div>
      {selecting.ids.size > 0 || asOf !== null ? (
        <Drawn>
          <ListFoot
            selected={rows.filter(({ id }) => selecting.ids.has(id))}
            place={place}
            asOf={asOf}
            onAll={async () => selecting.take((await onAll(mostSelected)).map(({ id }) => id))}
            onClear={selecting.clear}
          />
        </Drawn>
      ) : null}
    </div>
  );
}

function VisibleRows({
  rows,
  place,
  seen,
  cursor,
  ended,
  selected,
  onFocus,
  onKeyDown,
  onToggle,
}: {
  rows: readonly Row[];
  place: Place;
  seen: ListWindow;
  cursor: string | null;
  ended: boolean;
  selected: ReadonlySet<string>;
  onFocus: (id: string) => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onToggle: (id: string, range: boolean) => void;
}) {
  const space = useSpace(seen, selected.size > 0);
  const { q, sort } = place;
  const asked = { q, sort };
  const nameOf = useMemberNames();
  const showing = useShowing(place);
  const events = useRowEvents({ place, onFocus, onToggle, choosing: selected.size > 0 });
  return (
    <ul onKeyDown={onKeyDown} style={space}>
      {rows.slice(seen.from, seen.to).map((row, offset) => (
        <li
          key={row.id}
          aria-setsize={ended ? rows.length : -1}
          aria-posinset={seen.from + offset + 1}
        >
          <ConversationRow
            row={row}
            asked={asked}
            showing={showing}
            ownerName={nameOf(row.ownerId)}
            open={row.id === place.conversationId}
            selected={selected.has(row.id)}
            choosing={selected.size > 0}
            reachable={row.id === cursor}
            events={events}
          />
        </li>
      ))}
    </ul>
  );
}

/** Asks for more rows, but not before the page is whole: they would take parts away that still wait for their script. */
function useNextPage(onEnd: (() => void) | null) {
  useEffect(() => {
    if (!onEnd) return;
    let passed = false;
    void whole().then(() => {
      if (!passed) onEnd();
    });
    return () => {
      passed = true;
    };
  }, [onEnd]);
}

/** The same object for as long as it says the same, so that no row is drawn anew without need. */
function useShowing({ view }: Place): Showing {
  const { data: channels } = useQuery(channelsQuery);
  const { data: labels } = useQuery(labelsQuery);
  return useMemo(
    () => ({ view, channels: byId(channels), labels: byId(labels) }),
    [view, channels, labels],
  );
}

function byId<Named extends { id: string }>(list: readonly Named[] = []) {
  return new Map(list.map((one) => [one.id, one]));
}

/** The conversations on both sides of the open one are read before they are asked for. */
function useNeighbours(rows: readonly Row[], openId: string | null) {
  const near = usePrefetchThread();
  useEffect(() => {
    const at = rows.findIndex((row) => row.id === openId);
    if (at < 0) return;
    let passed = false;
    void afterPaint().then(() => {
      if (passed) return;
      for (const neighbour of [rows[at + 1], rows[at - 1]]) if (neighbour) near(neighbour.id);
    });
    return () => {
      passed = true;
    };
  }, [rows, openId, near]);
}

/** Another question begins at its first answer. */
function useTopOf(scroller: React.RefObject<HTMLElement | null>, question: string) {
  const shown = useRef(question);
  useEffect(() => {
    if (shown.current === question) return;
    shown.current = question;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, question]);
}

/** The foot covers this much while something is chosen, so that the last row can be reached. */
const footPx = 96;

/** Room for the rows that are not drawn. Not in the server's page, whose policy forbids inline styles. */
function useSpace({ before, after }: ListWindow, foot: boolean) {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return here ? { paddingTop: before, paddingBottom: after + (foot ? footPx : 0) } : undefined;
}

function never() {
  return () => undefined;
}
