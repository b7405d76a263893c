'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { lazy } from 'react';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { Drawn } from '../shell/drawn';
import { Icon } from '../ui/icon';

const FoundLine = lazy(() =>
  import('./found-line').then((loaded) => ({ default: loaded.FoundLine })),
);

/** The newest message in one line; in a search, the line that was found. */
export function RowWords({ row }: { row: Row }) {
  if (row.match) {
    return (
      <Drawn fallback={<span className="h-5" />}>
        <FoundLine match={row.match} />
      </Drawn>
    );
  }
  return (
    <span className={clsx('truncate', row.unread ? 'font-strong' : 'text-ink-2')}>
      <Kind of={row} />
      <bdi>{row.preview}</bdi>
    </span>
  );
}

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
