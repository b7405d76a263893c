'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { clsx } from 'clsx';
import type { MouseEvent } from 'react';
import { lazy, memo } from 'react';
import { ownSort } from '@/lib/domain/conversation/view';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { Drawn } from '../shell/drawn';
import { useMe } from '../shell/me';
import { Ago } from '../ui/clock';
import { Face } from '../ui/face';
import { Icon } from '../ui/icon';
import { inboxPath } from './location';
import { PriorityMark } from './priority-mark';
import type { Asked } from './queries';
import { RowBox } from './row-box';
import { RowFacts } from './row-facts';
import { RowWords } from './row-words';
import type { Showing } from './showing';

// Drawn by the server; its script comes after the first paint.
const RowClock = lazy(() =>
  import('../clocks/row-clock').then((loaded) => ({ default: loaded.RowClock })),
);

export const rowId = (conversationId: string) => `conversation-${conversationId}`;

/** What a row tells of itself; one object for all rows, so that none is drawn anew without need. */
export type RowEvents = {
  /** A pointer or the focus came near: it may be opened next. */
  onNear: (conversationId: string) => void;
  onFocus: (conversationId: string) => void;
  onPress: (conversationId: string, event: MouseEvent) => void;
  onToggle: (conversationId: string, range: boolean) => void;
};

type Props = {
  row: Row;
  asked: Asked;
  showing: Showing;
  /** As a colleague reads it: "you", or a name. */
  ownerName: string;
  open: boolean;
  selected: boolean;
  /** Somebody is choosing: every row shows its box. */
  choosing: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  events: RowEvents;
};

/** A conversation in the list: who, their first line, since when, and who has it. Drawn anew only when it changed. */
export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { row, asked, showing, open, selected, choosing, reachable, events } = props;
  const byDue = (asked.sort ?? ownSort(showing.view)) === 'due';
  return (
    <div
      data-selected={selected}
      className="group/row relative border-line border-b data-[selected=true]:bg-chosen"
    >
      <a
        id={rowId(row.id)}
        href={inboxPath(showing.view, row.id, asked)}
        tabIndex={reachable ? 0 : -1}
        draggable={false}
        {...(open ? { 'aria-current': 'true' } : {})}
        onClick={(event) => events.onPress(row.id, event)}
        onPointerEnter={() => events.onNear(row.id)}
        onFocus={() => {
          events.onFocus(row.id);
          events.onNear(row.id);
        }}
        className="relative grid h-[67px] select-none grid-cols-[6px_32px_minmax(0,1fr)_auto] content-start gap-x-2.5 py-[9px] pr-3.5 pl-2 -outline-offset-2 [-webkit-touch-callout:none] hover:bg-hover aria-[current]:bg-chosen aria-[current]:before:absolute aria-[current]:before:inset-y-0 aria-[current]:before:left-0 aria-[current]:before:w-[3px] aria-[current]:before:bg-amber"
      >
        <span className={clsx('mt-[13px] size-1.5 rounded-full', row.unread && 'bg-amber')}>
          {row.unread ? <span className="sr-only">Unread. </span> : null}
        </span>
        <Face id={row.id} name={row.contactName} />
        <span className="grid min-w-0">
          <span className="flex gap-1.5 overflow-hidden whitespace-nowrap">
            <bdi className={clsx('truncate', row.unread && 'font-title')}>{row.contactName}</bdi>
            {row.vip ? <b className="font-strong text-amber-ink text-fact">VIP</b> : null}
            {row.handle ? <bdi className="shrink-3 truncate text-ink-3">@{row.handle}</bdi> : null}
          </span>
          <RowWords row={row} />
          <RowFacts row={row} showing={showing} />
        </span>
        <span className="grid content-start justify-items-end gap-1 text-fact text-ink-3">
          {byDue ? (
            <Clock row={row} asTime />
          ) : (
            <Ago at={row.lastMessageAt} className="pt-0.5 tabular-nums" />
          )}
          <span className="flex h-5 items-center gap-1.5">
            {row.hasAttachment ? <Clip /> : null}
            <PriorityMark priority={row.priority} />
            <Owner memberId={row.ownerId} name={props.ownerName} />
            <Clock row={row} />
          </span>
        </span>
      </a>
      <RowBox
        id={row.id}
        name={row.contactName}
        selected={selected}
        choosing={choosing}
        onToggle={events.onToggle}
      />
    </div>
  );
});

/** Its place is kept while it is not drawn, and where there is none. */
function Clock(props: { row: Row; asTime?: true }) {
  return (
    <span className="grid h-4.5 min-w-3.5 items-center">
      <Drawn>
        <RowClock {...props} />
      </Drawn>
    </span>
  );
}

function Clip() {
  return (
    <>
      <Icon name="clip" size={14} />
      <span className="sr-only">With an attachment. </span>
    </>
  );
}

function Owner({ memberId, name }: { memberId: string | null; name: string }) {
  const me = useMe();
  if (memberId === null) return null;
  const shown = memberId === me.memberId ? me.name : name;
  return <Face id={memberId} name={shown} size="small" label={`Owner: ${name}`} />;
}
