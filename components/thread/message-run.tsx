'use client';

import { clsx } from 'clsx';
import type { MessageItem } from '@/lib/queries/inbox/views';
import { useMemberNames } from '../inbox/members';
import { At } from '../ui/clock';
import { Face } from '../ui/face';
import type { Conversation } from './conversation';
import { DeliveryLine } from './delivery-line';
import { MessageBubble } from './message-bubble';
import type { Run } from './timeline';
import { keyOf } from './timeline';

/** What one side said in one go. */
export function MessageRun({ run, conversation }: { run: Run; conversation: Conversation }) {
  const ours = run.messages[0].kind !== 'inbound';
  return (
    <div
      className={clsx(
        'grid gap-x-2.5 gap-y-1',
        ours
          ? 'justify-items-end pl-[8%]'
          : 'grid-cols-[minmax(0,1fr)] pr-[8%] pane:grid-cols-[32px_minmax(0,1fr)]',
      )}
    >
      {ours ? null : (
        <span className="row-span-full mb-5 hidden self-end pane:block">
          <Face id={conversation.id} name={conversation.contactName} />
        </span>
      )}
      <ul className={clsx('grid w-full min-w-0 gap-1', ours && 'justify-items-end')}>
        {run.messages.map((message, index) => (
          <SaidLine
            key={keyOf(message)}
            message={message}
            conversation={conversation}
            last={index === run.messages.length - 1}
            told={isTold(message, run.messages[index + 1])}
          />
        ))}
      </ul>
    </div>
  );
}

function SaidLine({
  message,
  conversation,
  last,
  told,
}: {
  message: MessageItem;
  conversation: Conversation;
  last: boolean;
  told: boolean;
}) {
  const ours = message.kind !== 'inbound';
  return (
    <li
      data-kind={message.kind}
      className={clsx(
        'grid max-w-136 gap-1',
        ours ? 'justify-items-end' : 'justify-items-start',
        told && !last && 'mb-2.5',
      )}
    >
      <WhoSaid message={message} conversation={conversation} />
      <MessageBubble message={message} network={conversation.network} last={last} />
      {told ? <Meta message={message} conversation={conversation} /> : null}
    </li>
  );
}

/** For those who listen: who speaks, before what is said. */
function WhoSaid({ message, conversation }: { message: MessageItem; conversation: Conversation }) {
  const nameOf = useMemberNames();
  const { kind, authorId } = message;
  if (kind === 'inbound') return <span className="sr-only">{conversation.contactName} wrote:</span>;
  const writer = authorId === null ? `@${conversation.channel.handle}` : nameOf(authorId);
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
    const writer =
      authorId === null ? `@${conversation.channel.handle}` : capital(nameOf(authorId));
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
  return <At at={at} className="text-fact text-ink-3 tabular-nums" />;
}

/** A run has one line of facts at its end; what did not simply arrive has its own, and so has what stands before it. */
function isTold(message: MessageItem, next: MessageItem | undefined): boolean {
  return next === undefined || !isQuiet(message) || !isQuiet(next);
}

function isQuiet({ delivery }: MessageItem): boolean {
  return delivery === null || delivery.state === 'sent';
}

function capital(name: string): string {
  return name === 'you' ? 'You' : name;
}
