'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { View } from '@/lib/domain/conversation/conversation';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useMe } from '../shell/me';
import { Ago, useClock } from '../ui/clock';
import { Face } from '../ui/face';
import { Icon } from '../ui/icon';
import { isPlainClick } from '../ui/soft-link';
import { relativeTime } from '../ui/time';
import { goTo, inboxPath } from './location';

/** The height of every row, in pixels: the list reckons with it. */
export const rowHeight = 68;

export const rowId = (conversationId: string) => `conversation-${conversationId}`;

type Props = {
  row: Row;
  view: View;
  channelHandle: string | undefined;
  /** As a colleague reads it: "you", or a name. */
  ownerName: string;
  open: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  /** A pointer or the focus came near: it may be opened next. */
  onNear: (conversationId: string) => void;
  onFocus: (conversationId: string) => void;
};

/** A conversation in the list: who, their first line, since when, and who has it. Drawn anew only when it changed. */
export const ConversationRow = memo(function ConversationRow({
  row,
  view,
  channelHandle,
  ownerName,
  open,
  reachable,
  onNear,
  onFocus,
}: Props) {
  const waits = row.waitingSince !== null && row.status !== 'resolved';
  return (
    <a
      id={rowId(row.id)}
      href={inboxPath(view, row.id)}
      tabIndex={reachable ? 0 : -1}
      {...(open ? { 'aria-current': 'true' } : {})}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        goTo(view, row.id);
      }}
      onPointerEnter={() => onNear(row.id)}
      onFocus={() => {
        onFocus(row.id);
        onNear(row.id);
      }}
      className="relative grid h-17 grid-cols-[6px_32px_minmax(0,1fr)_auto] content-start gap-x-2.5 border-line border-b py-[9px] pr-3.5 pl-2 -outline-offset-2 hover:bg-hover aria-[current]:bg-chosen aria-[current]:before:absolute aria-[current]:before:inset-y-0 aria-[current]:before:left-0 aria-[current]:before:w-0.5 aria-[current]:before:bg-amber"
    >
      <span className={clsx('mt-[13px] size-1.5 rounded-full', waits && 'bg-amber')} />
      <Face id={row.id} name={row.contactName} />
      <span className="grid min-w-0">
        <span className="flex gap-1.5 overflow-hidden whitespace-nowrap">
          <bdi className={clsx('truncate', waits && 'font-strong')}>{row.contactName}</bdi>
          {row.handle ? <bdi className="truncate text-ink-3">@{row.handle}</bdi> : null}
        </span>
        <span className={clsx('truncate', waits ? 'font-strong' : 'text-ink-2')}>
          <Kind of={row} />
          <bdi>{row.preview}</bdi>
        </span>
        <span className="flex h-4 items-center gap-1.5 overflow-hidden whitespace-nowrap text-fact text-ink-3">
          {channelHandle ? <bdi className="truncate">to @{channelHandle}</bdi> : null}
          {waits ? <Waiting since={row.waitingSince} last={row.lastMessageAt} /> : null}
          {row.status === 'resolved' ? <span>· closed</span> : null}
        </span>
      </span>
      <span className="grid content-start justify-items-end gap-1.5 text-fact text-ink-3">
        <Ago at={row.lastMessageAt} className="pt-0.5 tabular-nums" />
        {view === 'mine' ? null : <Owner memberId={row.ownerId} name={ownerName} />}
      </span>
    </a>
  );
});

function Kind({ of: row }: { of: Row }): ReactNode {
  if (row.lastMessageKind === 'outbound') {
    return (
      <>
        <Icon name="reply" size={13} className="mr-1 inline align-[-2px] text-ink-3" />
        <span className="sr-only">We wrote: </span>
      </>
    );
  }
  if (row.lastMessageKind === 'note') {
    return (
      <>
        <Icon name="note" size={13} className="mr-1 inline align-[-2px] text-amber-ink" />
        <span className="sr-only">Note: </span>
      </>
    );
  }
  return null;
}

/** How long they wait; in words only for listeners where the time of the row says it already. */
function Waiting({ since, last }: { since: string | null; last: string }) {
  const { now, zone } = useClock();
  if (since === null) return null;
  const waited = relativeTime(since, now, zone);
  const told = waited === relativeTime(last, now, zone);
  return (
    <span className={clsx('shrink-0 text-amber-ink tabular-nums', told && 'sr-only')}>
      · waits {waited}
    </span>
  );
}

function Owner({ memberId, name }: { memberId: string | null; name: string }) {
  const me = useMe();
  if (memberId === null) return null;
  const shown = memberId === me.memberId ? me.name : name;
  return <Face id={memberId} name={shown} size="small" label={`Owner: ${name}`} />;
}
