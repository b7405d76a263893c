'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isQuiet } from '@/lib/domain/notifications/choices';
import type { NotificationItem } from '@/lib/queries/notifications/notification-list';
import { OwnDot } from '../attendance/own-dot';
import { membersQuery } from '../inbox/queries';
import { useGo } from '../shell/go';
import { readyForOffline } from '../shell/offline-ready';
import { useClock } from '../ui/clock';
import { holdWhileVisible, showNews } from './browser-news';
import { markRead, notificationsQuery } from './queries';
import { ringFor } from './ring';
import { badge, keepBadge } from './tab-badge';

/**
 * What calls from outside the page: the number in the tab's title, the light on its sign and the
 * browser's notifications. In quiet hours none of it; the list inside fills all the same. How one stands
 * comes along: it stays on the rail, and is not on the first paint either.
 */
export function Attention() {
  const { data: list } = useQuery(notificationsQuery);
  const { now, zone } = useClock();
  const quiet = isQuiet(list?.choices.quiet ?? null, new Date(now));
  const count = quiet ? 0 : (list?.unread ?? 0);
  const { data: members } = useQuery(membersQuery);
  const go = useGo();
  const nameOf = (id: string | null) =>
    members?.find((one) => one.id === id)?.name ?? 'A colleague';
  useEffect(keepBadge, []);
  useEffect(holdWhileVisible, []);
  useEffect(() => readyForOffline(go), [go]);
  useEffect(() => badge(count), [count]);
  useNews(list?.items, (items) => {
    if (!list || quiet) return;
    const { choices } = list;
    void showNews(items, { choices, reader: { nameOf, now, zone }, go });
    if (choices.sound) void ringFor(items);
  });
  useReadWhatIsOpen(list?.items);
  return <OwnDot />;
}

const keyOf = ({ id, at }: NotificationItem) => `${id} ${at}`;

/** Hands on what is unread and was not there a moment ago; at first everything was. */
function useNews(
  items: readonly NotificationItem[] | undefined,
  tell: (items: NotificationItem[]) => void,
) {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!items) return;
    const before = known.current;
    known.current = new Set(items.map(keyOf));
    const news = before ? items.filter((item) => !(item.read || before.has(keyOf(item)))) : [];
    if (news.length > 0) tell(news);
  });
}

/** What concerns the conversation that is looked at is read. */
function useReadWhatIsOpen(items: readonly NotificationItem[] | undefined) {
  const client = useQueryClient();
  const [, area, , openId] = usePathname().split('/');
  const visible = useSyncExternalStore(subscribe, isVisible, () => false);
  const done = useRef(new Set<string>());
  useEffect(() => {
    if (!(visible && openId && area === 'inbox')) return;
    const seen = items?.filter(
      (item) => !(item.read || done.current.has(keyOf(item))) && item.conversationId === openId,
    );
    if (!seen || seen.length === 0) return;
    // Once each: a server that is away must not be asked without end.
    for (const item of seen) done.current.add(keyOf(item));
    void markRead(client, { conversationId: openId });
  }, [client, items, openId, area, visible]);
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}

function subscribe(listener: () => void) {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
