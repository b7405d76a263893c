'use client';

import { clsx } from 'clsx';
import { lazy } from 'react';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import { useMemberNames } from '../inbox/members';
import { Late } from '../shell/late';
import { At } from '../ui/at';
import { Face } from '../ui/face';
import type { Conversation } from './conversation';
import { DeliveryLine } from './delivery-line';
import { PostContext, Reach } from './in-public';
import { MessageBubble } from './message-bubble';
import { MessageMenu } from './message-menu';
import type { Reading } from './reading';
import type { SaidEntry } from './timeline';

const IntentChip = lazy(() =>
  import('../triage/intent-chip').then((loaded) => ({ default: loaded.IntentChip })),
);

/** One message with who said it, and at the end of what was said in one go when, and what became of it. */
export function SaidLine({
  entry,
  conversation,
  reading,
}: {
  entry: SaidEntry;
  conversation: Conversation;
  reading: Reading;
}) {
  const { message, first, next } = entry;
  const ours = message.kind !== 'inbound';
  const told = next === null || !isQuiet(message) || !isQuiet(next);
  return (
    <li
      data-kind={message.kind}
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)]',
        first ? 'mt-3.5' : 'mt-1',
        ours ? 'pl-[8%]' : 'gap-x-2.5 pr-[8%] pane:grid-cols-[32px_minmax(0,1fr)]',
        told && next && 'mb-2.5',
      )}
    >
      {ours ? null : (
        <span className="mb-5 hidden self-end pane:block">
          {next ? null : <Face id={conversation.id} name={conversation.contactName} />}
        </span>
      )}
      <div
        className={clsx(
          'grid max-w-136 gap-1',
          ours ? 'justify-items-end justify-self-end' : 'justify-items-start',
        )}
      >
        <WhoSaid message={message} conversation={conversation} />
        <PostContext message={message} conversation={conversation} />
        <div
          className={clsx('group/said flex min-w-0 max-w-full gap-1', ours && 'flex-row-reverse')}
        >
          <div className="min-w-0">
            <MessageBubble message={message} network={conversation.network} last={next === null} />
          </div>
          <MessageMenu message={message} onUnread={ours ? null : reading.markUnreadFrom} />
        </div>
        {told ? <Meta message={message} conversation={conversation} /> : null}
      </div>
    </li>
  );
}

/** For those who listen: who speaks, before what is said. */
function WhoSaid({ message, conversation }: { message: MessageItem; conversation: Conversation }) {
  const nameOf = useMemberNames();
  const { kind } = message;
  if (kind === 'inbound') return <span className="sr-only">{conversation.contactName} wrote:</span>;
  const writer = writerOf(message, conversation, nameOf);
  return (
    <span className="sr-only">
      {kind === 'note' ? `Note, only for the team, by ${writer}:` : `${writer} answered:`}
    </span>
  );
}

function Meta({ message, conversation }: { message: MessageItem; conversation: Conversation }) {
  const nameOf = useMemberNames();
  const { kind, authorId, at } = message;
  if (kind === 'outbound') {
    const writer = capital(writerOf(message, conversation, nameOf));
    return <DeliveryLine message={message} conversation={conversation} writer={writer} />;
  }
  if (kind === 'note') {
    return (
      <p className="text-fact text-ink-3 tabular-nums">
        <span className="text-amber-ink">Note</span> · <bdi>{capital(nameOf(authorId))}</bdi>,{' '}
        <At at={at} />
      </p>
    );
  }
  return (
    <div className="flex h-4.5 items-center gap-1.5 text-fact text-ink-3 tabular-nums">
      <p>
        <At at={at} />
        <Reach conversation={conversation} />
      </p>
      {message.id === conversation.triage?.messageId ? (
        <Late>
          <IntentChip conversation={conversation} />
        </Late>
      ) : null}
    </div>
  );
}

/** Who wrote what we sent: a member, nobody at all, or somebody outside Porchlight. */
function writerOf(
  { automatic, authorId }: MessageItem,
  { channel }: Conversation,
  nameOf: (id: string | null) => string,
): string {
  if (automatic === 'opt_out') return 'Porchlight, by itself';
  const writer = authorId === null ? `@${channel.handle}` : nameOf(authorId);
  return automatic === 'offer' ? `${writer}, as an offer` : writer;
}

function isQuiet({ delivery }: MessageItem): boolean {
  return delivery === null || delivery.state === 'sent';
}

function capital(name: string): string {
  return name === 'you' ? 'You' : name;
}
