'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { pathOf, sentenceOf } from '@/lib/domain/notifications/words';
import type { NotificationItem } from '@/lib/queries/notifications/notification-list';
import { membersQuery } from '../inbox/queries';
import { useGo } from '../shell/go';
import { Button } from '../ui/button';
import { Ago, useClock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { isPlainClick, SoftLink } from '../ui/soft-link';
import { BrowserOffer } from './browser-offer';
import { markRead, notificationsQuery } from './queries';

/** What there is to hear of: the unread first, each a way to what it is about. */
export function BellPanel({ onLeave }: { onLeave: () => void }) {
  const client = useQueryClient();
  const { data: list, isError } = useQuery(notificationsQuery);
  const newest = list?.items[0];
  return (
    <>
      <header className="flex h-11 shrink-0 items-center gap-2 border-line border-b pr-2 pl-4">
        <h2 className="flex-1 font-title text-title">Notifications</h2>
        {list && newest && list.unread > 0 ? (
          <Button tone="quiet" onClick={() => void markRead(client, { upTo: newest.at })}>
            Mark all read
          </Button>
        ) : null}
      </header>
      <div className="quiet-scroll min-h-40 flex-1 overflow-y-auto">
        {list?.items.length === 0 ? (
          <EmptyState title="Nothing to hear of">
            When a customer writes to you or a colleague needs you, it stands here.
          </EmptyState>
        ) : null}
        {isError && !list ? (
          <EmptyState title="This could not be read">It will be tried again.</EmptyState>
        ) : null}
        <ul className="p-1.5">
          {list?.items.map((item) => (
            <Line key={item.id} item={item} onLeave={onLeave} />
          ))}
        </ul>
      </div>
      <footer className="shrink-0 border-line border-t px-4 py-2">
        {list ? <BrowserOffer choices={list.choices} /> : null}
        <SoftLink
          href="/settings/notifications"
          onNavigate={onLeave}
          className="inline-flex h-6 items-center text-ink-2 underline-offset-2 hover:text-ink hover:underline"
        >
          How you are told
        </SoftLink>
      </footer>
    </>
  );
}

function Line({ item, onLeave }: { item: NotificationItem; onLeave: () => void }) {
  const client = useQueryClient();
  const { data: members } = useQuery(membersQuery);
  const go = useGo();
  const { now, zone } = useClock();
  const path = pathOf(item);
  const nameOf = (id: string | null) =>
    members?.find((one) => one.id === id)?.name ?? 'A colleague';
  return (
    <li>
      <a
        href={path}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          if (!item.read) void markRead(client, { ids: [item.id] });
          onLeave();
          go(path);
        }}
        className="flex gap-2.5 rounded-sm px-2.5 py-2 hover:bg-hover"
      >
        <span
          aria-hidden
          className={`mt-[7px] size-1.5 shrink-0 rounded-full ${item.read ? '' : 'bg-amber'}`}
        />
        <span className="min-w-0 flex-1">
          {item.read ? null : <span className="sr-only">Unread: </span>}
          <span className={`block wrap-anywhere ${item.read ? 'text-ink-2' : 'font-strong'}`}>
            {sentenceOf(item, { nameOf, now, zone }).map((piece) =>
              typeof piece === 'string' ? piece : <bdi key={piece.name}>{piece.name}</bdi>,
            )}
          </span>
          {item.excerpt ? <bdi className="block truncate text-ink-3">{item.excerpt}</bdi> : null}
        </span>
        <Ago at={item.at} className="shrink-0 text-fact text-ink-3 leading-5 tabular-nums" />
      </a>
    </li>
  );
}
