'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { clsx } from 'clsx';
import type { Status } from '@/lib/domain/conversation/conversation';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { usePresenceOf } from '../live/presence';
import { useClock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { relativeTime, untilTime } from '../ui/time';
import { useMemberNames } from './members';
import type { Showing } from './showing';
import { isMixed } from './showing';

const statusWords: Partial<Record<Status, string>> = {
  waiting: 'waiting on them',
  on_hold: 'on hold',
  resolved: 'closed',
  spam: 'spam',
};

/** The third line: where it stands, what it is about, through which account, who is in it right now. */
export function RowFacts({ row, showing }: { row: Row; showing: Showing }) {
  const channel = showing.channels.size > 1 ? showing.channels.get(row.channelId) : undefined;
  const labels = row.labelIds.flatMap((id) => showing.labels.get(id) ?? []);
  return (
    <span className="flex h-4 items-center gap-1.5 overflow-hidden whitespace-nowrap text-fact text-ink-3">
      {row.kind === 'public' ? <InPublic quiet={showing.view === 'mentions'} /> : null}
      <Standing row={row} mixed={isMixed(showing.view)} />
      {labels.map(({ id, name, colour }) => (
        <span key={id} className="flex min-w-0 max-w-28 items-center gap-1 text-ink-2">
          <span
            aria-hidden
            data-label={colour}
            className="label-mark size-2 shrink-0 rounded-full"
          />
          <bdi className="truncate">{name}</bdi>
        </span>
      ))}
      {channel && labels.length === 0 && !showing.view.startsWith('channel-') ? (
        <bdi className="truncate">to @{channel.handle}</bdi>
      ) : null}
      <Here conversationId={row.id} />
    </span>
  );
}

/** That everyone can read it: a sign and a word, but in a list where it goes for all. */
function InPublic({ quiet }: { quiet: boolean }) {
  return (
    <span
      className="flex shrink-0 items-center gap-1 text-(--public-ink)"
      title="Everyone can read this"
    >
      <Icon name="globe" size={12} />
      <span className={clsx(quiet && 'sr-only')}>Public</span>
    </span>
  );
}

/** The colleague who writes in it, or looks at it, right now. At the end: who comes and goes moves nothing. */
function Here({ conversationId }: { conversationId: string }) {
  const present = usePresenceOf(conversationId);
  const nameOf = useMemberNames();
  const colleague = present.find(({ doing }) => doing === 'writing') ?? present[0];
  if (!colleague) return null;
  const writing = colleague.doing === 'writing';
  return (
    <span
      className={clsx(
        'ml-auto shrink-0 rounded-sm px-1.5',
        writing ? 'bg-amber-wash text-amber-ink' : 'bg-sunken text-ink-2',
      )}
    >
      <bdi>{nameOf(colleague.memberId).split(' ')[0]}</bdi>
      {writing ? ' is writing' : ' is looking'}
      {present.length > 1 ? ` +${present.length - 1}` : null}
    </span>
  );
}

/** Since when they wait, until when it sleeps, or in which other way it stands. */
function Standing({ row, mixed }: { row: Row; mixed: boolean }) {
  const { now, zone } = useClock();
  if (row.status === 'snoozed' && row.snoozedUntil) {
    return <span className="shrink-0">until {untilTime(row.snoozedUntil, now, zone)}</span>;
  }
  if (row.status === 'open' && row.waitingSince) {
    const waited = relativeTime(row.waitingSince, now, zone);
    // In words only for listeners where the time of the row says it already.
    const told = waited === relativeTime(row.lastMessageAt, now, zone);
    return (
      <span className={clsx('shrink-0 text-amber-ink tabular-nums', told && 'sr-only')}>
        waits {waited}
      </span>
    );
  }
  const word = mixed || row.status === 'on_hold' ? statusWords[row.status] : undefined;
  return word ? <span className="shrink-0">{word}</span> : null;
}
