'use client';

import { clsx } from 'clsx';
import { FileQuestion, Film, Image, Lock } from 'lucide-react';
import type { MessageItem } from '@/lib/queries/inbox/views';
import { MessageText } from './message-text';
import { networkName } from './network-name';

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
  const withdrawn = message.delivery?.state === 'cancelled';
  return (
    <div
      className={clsx(
        'w-fit max-w-full rounded-xl border px-3 py-2',
        looks[message.kind],
        last && (message.kind === 'inbound' ? 'rounded-bl-[4px]' : 'rounded-br-[4px]'),
        withdrawn && 'text-ink-3 line-through decoration-line-strong',
      )}
    >
      {message.unreadable ? <Unreadable network={network} /> : null}
      {message.body ? <MessageText body={message.body} /> : null}
      {message.attachments.map((attachment) => (
        <AttachmentPlate key={attachment.externalId} attachment={attachment} network={network} />
      ))}
    </div>
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

const plates = {
  image: { icon: Image, name: 'Picture' },
  gif: { icon: Film, name: 'Moving picture' },
  video: { icon: Film, name: 'Video' },
  other: { icon: FileQuestion, name: 'File' },
};

function AttachmentPlate({
  attachment,
  network,
}: {
  attachment: MessageItem['attachments'][number];
  network: string;
}) {
  const { icon: Icon, name } = plates[attachment.kind];
  const { width, height, alt } = attachment;
  return (
    <p className="mt-1 flex items-center gap-2 rounded-md border border-line bg-sunken px-2.5 py-2 text-fact text-ink-2">
      <Icon aria-hidden size={16} className="shrink-0" />
      <span className="min-w-0">
        {name}
        {width && height ? `, ${width} × ${height}` : ''}
        {alt ? <bdi className="block truncate">“{alt}”</bdi> : null}
        <span className="block text-ink-3">It can be seen on {networkName(network)}.</span>
      </span>
    </p>
  );
}
