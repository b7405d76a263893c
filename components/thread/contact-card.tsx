'use client';

import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Status } from '@/lib/domain/conversation/conversation';
import { useMemberNames } from '../inbox/members';
import { Ago, useClock } from '../ui/clock';
import { Face } from '../ui/face';
import { dayName, exactTime } from '../ui/time';
import type { Conversation } from './conversation';
import { networkName } from './network-name';

const statusNames: Record<Status, string> = {
  open: 'open',
  waiting: 'waiting for them',
  on_hold: 'on hold',
  snoozed: 'snoozed',
  resolved: 'closed',
  spam: 'spam',
};

/** Who writes, and where the conversation stands. */
export function ContactCard({ conversation }: { conversation: Conversation }) {
  const nameOf = useMemberNames();
  const { contact, channel, id } = conversation;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4.5">
      <div className="flex items-center gap-3">
        <Face id={id} name={contact.name} size="large" />
        <div className="min-w-0">
          <p className="flex items-center gap-1 font-strong text-title">
            <bdi className="truncate">{contact.name}</bdi>
            {contact.verified ? (
              <BadgeCheck
                aria-label="verified"
                role="img"
                size={15}
                className="shrink-0 text-ink-2"
              />
            ) : null}
          </p>
          {contact.handle ? (
            <bdi className="block truncate text-ink-2">@{contact.handle}</bdi>
          ) : null}
        </div>
      </div>
      <Facts title="Contact">
        <Fact name="Network">{networkName(channel.network)}</Fact>
        {contact.followerCount === null ? null : (
          <Fact name="Followers">{contact.followerCount.toLocaleString('en-GB')}</Fact>
        )}
        <Fact name="First wrote">
          <Day at={conversation.createdAt} />
        </Fact>
      </Facts>
      <Facts title="Conversation">
        <Fact name="Status">{statusNames[conversation.status]}</Fact>
        <Fact name="Owner">
          <bdi>{nameOf(conversation.ownerId)}</bdi>
        </Fact>
        <Fact name="Channel">
          <bdi>@{channel.handle}</bdi>
        </Fact>
        {conversation.waitingSince ? (
          <Fact name="Waits for us">
            <Ago at={conversation.waitingSince} />
          </Fact>
        ) : null}
        {conversation.episode > 1 ? <Fact name="Visit">{conversation.episode}</Fact> : null}
        {conversation.resolvedAt ? (
          <Fact name="Closed by">
            <bdi>{nameOf(conversation.resolvedBy)}</bdi>
          </Fact>
        ) : null}
      </Facts>
    </div>
  );
}

function Day({ at }: { at: string }) {
  const { now, zone } = useClock();
  return (
    <time dateTime={at} title={exactTime(at, zone)}>
      {dayName(at, now, zone)}
    </time>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 font-strong text-fact text-ink-3">{title}</h2>
      <dl className="grid grid-cols-[96px_1fr] gap-x-2.5 gap-y-1.5">{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 truncate">{children}</dd>
    </>
  );
}
