'use client';

import { AlertCircle, Ban, Check, Clock, HelpCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { sentenceFor } from '@/lib/domain/delivery/sentences';
import type { DeliveryView, MessageItem } from '@/lib/queries/inbox/thread-views';
import { At } from '../ui/at';
import { useClock } from '../ui/clock';
import { clockTime } from '../ui/time';
import type { Conversation } from './conversation';
import { DeliveryWays } from './delivery-ways';

type Line = { icon: ReactNode; text: ReactNode; grave?: boolean };

/** What became of a message that we wrote: one quiet line, and a way on where one is needed. */
export function DeliveryLine({
  message,
  conversation,
  writer,
}: {
  message: MessageItem;
  conversation: Conversation;
  /** "Priya", for the line that also says who wrote it and when. */
  writer: string | null;
}) {
  const { delivery } = message;
  const by = writer ? (
    <>
      <bdi>{writer}</bdi>, <At at={message.at} /> ·{' '}
    </>
  ) : null;
  if (!delivery) return <Plain>{by}sent from elsewhere</Plain>;
  return <StateLine delivery={delivery} message={message} conversation={conversation} by={by} />;
}

function StateLine({
  delivery,
  message,
  conversation,
  by,
}: {
  delivery: DeliveryView;
  message: MessageItem;
  conversation: Conversation;
  by: ReactNode;
}) {
  const { now, zone } = useClock();
  const { icon, text, grave } = lineOf(delivery, conversation, { now, zone });
  return (
    <div data-delivery={delivery.state} className="grid justify-items-end gap-1.5">
      <p
        data-grave={grave === true}
        className="flex max-w-100 items-start gap-1.5 text-fact text-ink-3 tabular-nums data-[grave=true]:text-breach"
      >
        <span aria-hidden className="mt-[1.5px] shrink-0">
          {icon}
        </span>
        <span>
          {by}
          {text}
        </span>
      </p>
      <DeliveryWays delivery={delivery} message={message} conversation={conversation} />
    </div>
  );
}

const small = { size: 13, strokeWidth: 1.8 };

function lineOf(
  delivery: DeliveryView,
  conversation: Conversation,
  clock: { now: number; zone: string },
): Line {
  const network = networkName(conversation.network);
  switch (delivery.state) {
    case 'queued':
      return { icon: <Clock {...small} />, text: whyQueued(delivery, conversation, clock) };
    case 'sending':
      return { icon: <Clock {...small} />, text: 'sending' };
    case 'sent':
      return { icon: <Check {...small} className="text-met" />, text: 'sent' };
    case 'unknown':
      return {
        icon: <HelpCircle {...small} />,
        text: `${network} did not answer; checking. Nothing is sent twice.`,
      };
    case 'needs_review':
      return {
        icon: <HelpCircle {...small} />,
        text: `Did it arrive? ${network} did not say, and it could not be checked.`,
        grave: true,
      };
    case 'failed':
      return {
        icon: <AlertCircle {...small} />,
        text: whyFailed(delivery, conversation),
        grave: true,
      };
    case 'cancelled':
      return { icon: <Ban {...small} />, text: 'withdrawn; it will not be sent' };
  }
}

const aMinuteMs = 60_000;

function whyQueued(
  { notBefore, reason, waitsFor, attemptNo }: DeliveryView,
  conversation: Conversation,
  { now, zone }: { now: number; zone: string },
): string {
  if (waitsFor) return 'waits for the message before it';
  const soon = Date.parse(notBefore) < now + aMinuteMs;
  if (!reason && attemptNo === 0 && soon) return 'goes out in a moment';
  const goesOut =
    Date.parse(notBefore) > now + 1_000 ? `goes out at ${clockTime(notBefore, zone)}` : null;
  if (!reason) return goesOut ?? 'queued';
  const { why } = sentenceFor(reason, namesOf(conversation));
  return goesOut ? `${goesOut}. ${why}` : `queued. ${why}`;
}

function whyFailed({ reason, detail }: DeliveryView, conversation: Conversation): string {
  if (!reason) return `not sent. ${detail ?? 'No reason was given.'}`;
  const { why, next } = sentenceFor(reason, namesOf(conversation));
  return `not sent. ${why} ${next}`;
}

function namesOf({ contactName, channel }: Conversation) {
  return {
    contact: contactName,
    channel: channel.handle,
    network: networkName(channel.network),
  };
}

function Plain({ children }: { children: ReactNode }) {
  return <p className="text-right text-fact text-ink-3 tabular-nums">{children}</p>;
}
