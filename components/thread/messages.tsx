'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useClock } from '../ui/clock';
import { dayKeys, dayName } from '../ui/days';
import { Icon } from '../ui/icon';
import { chunksOf } from './chunks';
import type { OpenConversation } from './conversation';
import { FactLine } from './fact-line';
import { useFactNames } from './fact-names';
import type { FactNames } from './fact-words';
import { isAtEnd, useKeepPlace } from './keep-place';
import { MessageChunk } from './message-chunk';
import { forgetOlderPages } from './patch';
import type { Reading } from './reading';
import { useReadInSight } from './reading';
import { SaidLine } from './said-line';
import type { Entry } from './timeline';
import { keyOf, timelineOf } from './timeline';
import { withNewLine } from './unread';

/**
 * The conversation, opened at its newest message. The scroller counts from its foot, so that older
 * pages grow upwards without moving what is read; what is far from sight is not drawn.
 */
export function Messages({
  open,
  reading,
  onTop,
}: {
  open: OpenConversation;
  reading: Reading;
  /** The oldest loaded message comes near; null when there is nothing older or it is on its way. */
  onTop: (() => void) | null;
}) {
  const { zone } = useClock();
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const { messages, facts, complete, conversation, pageStarts } = open;
  const names = useFactNames(conversation.contactName);
  const entries = withNewLine(timelineOf(messages, facts, dayKeys(zone), complete), reading.newIn);
  const { below, follow } = useEnd(scroller, messages);
  useKeepPlace(scroller, content, messages);
  useNearTop(top, scroller, onTop);
  useReadInSight(scroller, open, reading);
  useLeanCache(conversation.id);

  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={scroller}
        aria-label={`Messages with ${conversation.contactName}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by the keyboard
        tabIndex={0}
        className="quiet-scroll flex h-full flex-col-reverse overflow-y-auto -outline-offset-2 [overflow-anchor:none]"
      >
        <div ref={content} className="px-3 pt-1 pb-2.5 pane:px-5.5">
          <div ref={top} aria-hidden />
          {complete ? null : (
            <p className="mt-3.5 text-center text-fact text-ink-3">Loading what came before</p>
          )}
          {chunksOf(entries, pageStarts).map((chunk) => (
            <MessageChunk key={chunk.key} scroller={scroller}>
              {() =>
                chunk.entries.map((entry) => (
                  <EntryLine
                    key={entry.key}
                    entry={entry}
                    open={open}
                    reading={reading}
                    names={names}
                  />
                ))
              }
            </MessageChunk>
          ))}
        </div>
      </section>
      {below ? (
        <button
          type="button"
          onClick={follow}
          className="-translate-x-1/2 absolute bottom-2 left-1/2 flex h-7 animate-rise items-center gap-1.5 rounded-full border border-line bg-amber-wash px-3.5 font-strong text-amber-ink text-fact shadow-float"
        >
          New message
          <Icon name="down" size={13} />
        </button>
      ) : null}
    </div>
  );
}

function EntryLine({
  entry,
  open,
  reading,
  names,
}: {
  entry: Entry;
  open: OpenConversation;
  reading: Reading;
  names: FactNames;
}) {
  if (entry.kind === 'said') {
    return <SaidLine entry={entry} conversation={open.conversation} reading={reading} />;
  }
  if (entry.kind === 'fact') return <FactLine fact={entry.fact} names={names} />;
  return entry.kind === 'new' ? <NewLine /> : <DayLine at={entry.at} />;
}

function DayLine({ at }: { at: string }) {
  const { now, zone } = useClock();
  return (
    <li className="mt-3.5">
      <h2 className="text-center text-fact text-ink-3">{dayName(at, now, zone)}</h2>
    </li>
  );
}

/** From here on it is new to whoever opened it. */
function NewLine() {
  return (
    <li className="mt-3.5 flex items-center gap-3 font-strong text-amber-ink text-fact before:h-px before:flex-1 before:bg-amber after:h-px after:flex-1 after:bg-amber">
      New
    </li>
  );
}

/** Follows the newest message while its reader is at the end; otherwise says that one came. */
function useEnd(scroller: RefObject<HTMLElement | null>, messages: OpenConversation['messages']) {
  const newest = messages.at(-1);
  const key = newest ? keyOf(newest) : null;
  const ours = newest !== undefined && newest.kind !== 'inbound' && newest.id === newest.clientKey;
  const [reached, setReached] = useState(key);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function onScroll() {
      if (element && isAtEnd(element)) setReached(key);
    }
    if (ours) element.scrollTo({ top: 0 });
    onScroll();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller, key, ours]);

  return {
    below: reached !== key,
    follow: () => scroller.current?.scrollTo({ top: 0 }),
  };
}

function useNearTop(
  top: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  onTop: (() => void) | null,
) {
  useEffect(() => {
    if (!top.current || !onTop) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onTop();
      },
      { root: scroller.current, rootMargin: '800px 0px 0px 0px' },
    );
    observer.observe(top.current);
    return () => observer.disconnect();
  }, [top, scroller, onTop]);
}

/** Whoever comes back begins at the newest message again, however far up they had read. */
function useLeanCache(conversationId: string) {
  const client = useQueryClient();
  useEffect(() => () => forgetOlderPages(client, conversationId), [client, conversationId]);
}
