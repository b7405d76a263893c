'use client';

import {
  ArrowRightLeft,
  CircleDot,
  Globe,
  HandHeart,
  Headset,
  Lock,
  MousePointerClick,
  NotebookPen,
  Package,
  Phone,
  Tag,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import type { JourneyItem as Item } from '@/lib/queries/contacts/journey';
import { lineWords } from '../consent/words';
import { inboxPath } from '../inbox/location';
import { useMemberNames } from '../inbox/members';
import { At } from '../ui/at';
import { capital } from '../ui/capital';
import { SoftLink } from '../ui/soft-link';
import { OutsideEvent } from './outside-event';
import { SaidThere } from './said-there';
import { outsideNames } from './words';

/** One thing of a journey: what, where and when, what was said, and the way to it. */
export function JourneyItem({ item, name }: { item: Item; name: string }) {
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 border-line border-b px-4 py-3 last:border-b-0">
      <span className="mt-0.5 text-ink-3">{signOf(item)}</span>
      <div className="grid gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-fact text-ink-3">
          <Source item={item} name={name} />
          <At at={item.at} className="tabular-nums" />
        </p>
        <Words item={item} />
        {'conversationId' in item ? (
          <p className="text-fact">
            <SoftLink
              href={inboxPath('all', item.conversationId)}
              className="text-ink-2 underline underline-offset-2 hover:text-ink"
            >
              Open conversation
            </SoftLink>
          </p>
        ) : null}
      </div>
    </li>
  );
}

const signs: Record<Exclude<Item['kind'], 'event'>, ReactNode> = {
  private: <Lock aria-hidden size={16} />,
  public: <Globe aria-hidden size={16} />,
  note: <NotebookPen aria-hidden size={16} />,
  offer: <Tag aria-hidden size={16} />,
  handoff: <ArrowRightLeft aria-hidden size={16} />,
  consent: <HandHeart aria-hidden size={16} />,
};

const outsideSigns: Record<keyof typeof outsideNames, ReactNode> = {
  web_visit: <MousePointerClick aria-hidden size={16} />,
  chat_transcript: <Headset aria-hidden size={16} />,
  call: <Phone aria-hidden size={16} />,
  order: <Package aria-hidden size={16} />,
  other: <CircleDot aria-hidden size={16} />,
};

function signOf(item: Item): ReactNode {
  return item.kind === 'event' ? outsideSigns[item.event.kind] : signs[item.kind];
}

/** What it is, who did it and where it stands: the first line. */
function Source({ item, name }: { item: Item; name: string }): ReactNode {
  const nameOf = useMemberNames();
  if (item.kind === 'event') {
    return (
      <span>
        <b className="font-strong text-ink-2">{outsideNames[item.event.kind]}</b>, from{' '}
        <bdi>{item.event.source}</bdi>
      </span>
    );
  }
  const where = (
    <>
      <bdi>@{item.channel}</bdi> on {networkName(item.network)}
    </>
  );
  if (item.kind === 'handoff' || item.kind === 'consent') {
    return (
      <span>
        <b className="font-strong text-ink-2">{plainNames[item.kind]}</b>, {where}
      </span>
    );
  }
  const us = item.authorId === null ? 'us, outside Porchlight' : nameOf(item.authorId);
  const by = item.from === 'customer' ? name : us;
  return (
    <span>
      <b className="font-strong text-ink-2">{plainNames[item.kind]}</b>
      {item.kind === 'offer' ? null : (
        <>
          {' '}
          by <bdi>{by}</bdi>
        </>
      )}
      , {where}
    </span>
  );
}

const plainNames = {
  private: 'Private message',
  public: 'Public post',
  note: 'Note',
  offer: 'Offer',
  handoff: 'Taken private',
  consent: 'Consent',
} as const;

function Words({ item }: { item: Item }): ReactNode {
  const nameOf = useMemberNames();
  switch (item.kind) {
    case 'event':
      return <OutsideEvent event={item.event} />;
    case 'handoff':
      return <p>{handoffWords(item, nameOf)}</p>;
    case 'consent':
      return (
        <>
          <p>{lineWords(item)}</p>
          {item.evidence ? (
            <p className="text-ink-2 [overflow-wrap:anywhere]">
              <bdi>{item.evidence}</bdi>
            </p>
          ) : null}
        </>
      );
    default:
      return <SaidThere item={item} />;
  }
}

function handoffWords(
  { step, memberId }: Extract<Item, { kind: 'handoff' }>,
  nameOf: (memberId: string | null) => string,
): string {
  if (step === 'arrived') return 'They wrote in private.';
  const by = capital(nameOf(memberId));
  return step === 'invited'
    ? `${by} invited them to write in private.`
    : `${by} wrote to them in private.`;
}
