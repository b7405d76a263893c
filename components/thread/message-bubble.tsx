'use client';

import { clsx } from 'clsx';
import { Lock } from 'lucide-react';
import { lazy } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import { Drawn } from '../shell/drawn';
import { Room } from './attachments/room';
import { MessageText } from './message-text';
import { NoteText } from './note-text';

/** Most messages bring nothing along. */
const Attachments = lazy(() =>
  import('./attachments/attachments').then(({ Attachments: drawn }) => ({ default: drawn })),
);

const looks: Record<MessageItem['kind'], string> = {
  inbound: 'border-line bg-theirs',
  outbound: 'border-transparent bg-ours',
  note: 'border-note-line bg-note',
};

/** One message: its words, or why they cannot be read here, and what came with it. */
export function MessageBubble({
  message,
  network,
  last,
}: {
  message: MessageItem;
  network: string;
  /** The last of its run has the pointed corner. */
  last: boolean;
}) {
  const { attachments } = message;
  const withdrawn = message.delivery?.state === 'cancelled';
  return (
    <div
      className={clsx(
        'w-fit max-w-full rounded-xl border',
        message.body || message.unreadable ? 'px-3 py-2' : 'p-1.5',
        looks[message.kind],
        last && (message.kind === 'inbound' ? 'rounded-bl-[4px]' : 'rounded-br-[4px]'),
        withdrawn && 'text-ink-3 line-through decoration-line-strong',
      )}
    >
      {message.unreadable === 'encrypted' ? <Unreadable network={network} /> : null}
      {message.unreadable === 'deleted' ? <Deleted /> : null}
      {message.body ? <Words message={message} /> : null}
      {attachments.length > 0 ? (
        <div className={clsx(message.body && 'mt-1.5')}>
          <Drawn fallback={<Room attachments={attachments} />}>
            <Attachments attachments={attachments} network={network} />
          </Drawn>
        </div>
      ) : null}
    </div>
  );
}

function Words({ message: { body, mentionIds } }: { message: MessageItem }) {
  if (mentionIds.length === 0) return <MessageText body={body} />;
  return <NoteText body={body} mentionIds={mentionIds} />;
}

function Deleted() {
  return (
    <p className="text-ink-3 text-message italic">
      The author deleted this post. What it said is gone here too.
    </p>
  );
}

function Unreadable({ network }: { network: string }) {
  const name = networkName(network);
  return (
    <p className="flex gap-2 text-ink-2 text-message">
      <Lock aria-hidden size={15} className="mt-[3px] shrink-0" />A message arrived that cannot be
      read here: it is end-to-end encrypted. Open {name} to read it.
    </p>
  );
}
