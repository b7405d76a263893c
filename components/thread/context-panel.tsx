'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { lazy } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { Promises } from '../clocks/promises';
import { ConsentSection } from '../consent/consent-section';
import { useMemberNames } from '../inbox/members';
import { labelsQuery, teamsQuery } from '../inbox/queries';
import { useAsking } from '../permission/asking';
import { PermissionFacts } from '../permission/facts';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import { Ago, useClock } from '../ui/clock';
import { dayName, shortMoment } from '../ui/days';
import { Face } from '../ui/face';
import { LabelChip } from '../ui/label-chip';
import { Since } from '../ui/since';
import { SoftLink } from '../ui/soft-link';
import { exactTime } from '../ui/time';
import type { Conversation } from './conversation';
import { PriorityIcon } from './priority-icon';
import { priorityNames } from './priority-names';
import { StatusIcon } from './status-icon';
import { statusNames } from './status-names';

const late = () => import('./context-late');
const AssignedBy = lazy(async () => ({ default: (await late()).contextLate.AssignedBy }));
const RoutedBy = lazy(async () => ({ default: (await late()).contextLate.RoutedBy }));
const WhatElse = lazy(async () => ({ default: (await late()).contextLate.WhatElse }));

/** Who writes, where the conversation stands, when they came before, and all that happened. */
export function ContextPanel({ conversation }: { conversation: Conversation }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4.5">
      <Contact conversation={conversation} />
      <ContactFacts conversation={conversation} />
      <Relation conversation={conversation} />
      <ConsentSection conversation={conversation} />
      <ConversationFacts conversation={conversation} />
      <Promises conversation={conversation} />
      {conversation.isRuled ? (
        <div className="min-h-16">
          <Late>
            <RoutedBy conversation={conversation} />
          </Late>
        </div>
      ) : null}
      <Late>
        <WhatElse conversation={conversation} />
      </Late>
    </div>
  );
}

function Contact({ conversation: { id, contact } }: { conversation: Conversation }) {
  return (
    <div className="flex items-center gap-3">
      <Face id={id} name={contact.name} size="large" />
      <div className="min-w-0">
        <p className="flex items-center gap-1 font-strong text-title">
          <bdi className="truncate">{contact.name}</bdi>
          {contact.verified ? <Verified /> : null}
        </p>
        {contact.handle ? <bdi className="block truncate text-ink-2">@{contact.handle}</bdi> : null}
      </div>
    </div>
  );
}

function Verified() {
  return (
    <svg
      role="img"
      aria-label="verified"
      width="15"
      height="15"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0 text-ink-2"
    >
      <path d="M8 1.5l1.7 1.3 2.1.1.7 2 1.7 1.3-.6 2 .6 2.1-1.7 1.2-.7 2-2.1.1L8 15l-1.7-1.3-2.1-.1-.7-2-1.7-1.2.6-2.1-.6-2 1.7-1.3.7-2 2.1-.1zM5.7 8.2l1.6 1.6 3-3.3" />
    </svg>
  );
}

function ContactFacts({ conversation }: { conversation: Conversation }) {
  const { contact, channel, createdAt, cameFrom } = conversation;
  return (
    <Facts title="Contact">
      {contact.kind === 'customer' ? null : <Fact name="Kind">{capital(contact.kind)}</Fact>}
      <Fact name="Network">{networkName(channel.network)}</Fact>
      {contact.followerCount === null ? null : (
        <Fact name="Followers">{contact.followerCount.toLocaleString('en-GB')}</Fact>
      )}
      <Fact name="First wrote">
        <Day at={createdAt} />
      </Fact>
      {cameFrom === null ? null : (
        <Fact name="Came from">
          <bdi title={cameFrom}>{cameFrom}</bdi>
        </Fact>
      )}
    </Facts>
  );
}

/** How the person and the channel stand to each other, each with its age, and the way to know it anew. */
function Relation({ conversation }: { conversation: Conversation }) {
  const mayAsk = useCan('conversation.reply');
  const mayTest = useCan('rules.test');
  const asking = useAsking(conversation.id, conversation.permission);
  return (
    <section>
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 className="font-strong text-fact text-ink-3">Between you</h2>
        {mayAsk ? (
          <button
            type="button"
            disabled={asking.underway}
            onClick={asking.start}
            className="text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline disabled:no-underline"
          >
            {asking.underway ? 'Asking' : 'Check now'}
          </button>
        ) : null}
      </div>
      <PermissionFacts
        facts={conversation.relation.filter(({ name }) => name !== 'opted_out')}
        conversation={conversation}
      />
      {mayTest ? (
        <SoftLink
          href={`/settings/rules?conversation=${conversation.id}`}
          className="mt-2 inline-block text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
        >
          Try in the rule tester
        </SoftLink>
      ) : null}
    </section>
  );
}

function ConversationFacts({ conversation }: { conversation: Conversation }) {
  const nameOf = useMemberNames();
  const { zone } = useClock();
  const seesRouting = useCan('routing.read');
  const { status, statusAt, snoozedUntil, priority, ownerId, teamId, waitingSince } = conversation;
  return (
    <Facts title="Conversation">
      <Fact name="Status">
        <span className="flex items-center gap-1.5">
          <StatusIcon status={status} />
          {statusNames[status]}
          <span className="truncate text-ink-3">
            <Since at={statusAt} />
          </span>
        </span>
      </Fact>
      {snoozedUntil ? (
        <Fact name="Until">
          <time dateTime={snoozedUntil} title={exactTime(snoozedUntil, zone)}>
            {shortMoment(snoozedUntil, zone)}
          </time>
        </Fact>
      ) : null}
      <Fact name="Owner">
        <bdi>{ownerId === null ? 'Nobody' : capital(nameOf(ownerId))}</bdi>
      </Fact>
      {seesRouting && (ownerId ?? teamId) !== null ? (
        <Fact name="Assigned by">
          <Late>
            <AssignedBy conversation={conversation} />
          </Late>
        </Fact>
      ) : null}
      <Fact name="Priority">
        <span className="flex items-center gap-1.5">
          <PriorityIcon priority={priority} />
          {priorityNames[priority]}
        </span>
      </Fact>
      <TeamAndLabels conversation={conversation} />
      <Fact name="Channel">
        <bdi>@{conversation.channel.handle}</bdi>
      </Fact>
      {waitingSince && status !== 'resolved' ? (
        <Fact name="Waits for us">
          <Ago at={waitingSince} />
        </Fact>
      ) : null}
      {conversation.episode > 1 ? <Fact name="Visit">{conversation.episode}</Fact> : null}
      {conversation.resolvedAt && conversation.resolvedBy ? (
        <Fact name="Closed by">
          <bdi>{capital(nameOf(conversation.resolvedBy))}</bdi>
        </Fact>
      ) : null}
    </Facts>
  );
}

function TeamAndLabels({ conversation: { teamId, labelIds } }: { conversation: Conversation }) {
  const { data: teams } = useQuery(teamsQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  const team = teams?.find(({ id }) => id === teamId);
  const carried = labels.filter(({ id }) => labelIds.includes(id));
  return (
    <>
      {team ? (
        <Fact name="Team">
          <bdi>{team.name}</bdi>
        </Fact>
      ) : null}
      {carried.length > 0 ? (
        <>
          <dt className="text-ink-3">Labels</dt>
          <dd className="flex min-w-0 flex-wrap gap-1">
            {carried.map((label) => (
              <LabelChip key={label.id} label={label} />
            ))}
          </dd>
        </>
      ) : null}
    </>
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
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">{children}</dl>
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

function capital(name: string): string {
  return name === 'you' ? 'You' : name;
}
