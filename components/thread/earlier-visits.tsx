'use client';

import { useQuery } from '@tanstack/react-query';
import { goTo, inboxPath } from '../inbox/location';
import { channelsQuery } from '../inbox/queries';
import { useClock } from '../ui/clock';
import { dayName } from '../ui/days';
import { isPlainClick } from '../ui/soft-link';
import { exactTime } from '../ui/time';
import type { Conversation } from './conversation';
import { historyQuery } from './past-queries';
import { StatusIcon } from './status-icon';
import { statusNames } from './status-names';

/** When this contact came before, here and on other channels. Nothing at all for who is new. */
export function EarlierVisits({ conversation: { id } }: { conversation: Conversation }) {
  const { now, zone } = useClock();
  const { data: channels } = useQuery(channelsQuery);
  const { data: history } = useQuery(historyQuery(id));
  const earlier = history?.visits.slice(1) ?? [];
  const others = history?.others ?? [];
  if (earlier.length === 0 && others.length === 0) return null;
  const handleOf = (channelId: string) =>
    channels?.find((channel) => channel.id === channelId)?.handle;
  return (
    <section>
      <h2 className="mb-2 font-strong text-fact text-ink-3">Earlier</h2>
      <ul className="grid gap-1">
        {others.map((other) => (
          <li key={other.id}>
            <a
              href={inboxPath('all', other.id)}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                goTo('all', other.id);
              }}
              className="-mx-2 grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2 rounded-sm px-2 py-1 hover:bg-hover"
            >
              <span className="mt-0.5">
                <StatusIcon status={other.status} />
              </span>
              <span className="truncate">
                <span className="sr-only">{statusNames[other.status]}: </span>
                <bdi>{other.preview}</bdi>
              </span>
              <time
                dateTime={other.lastMessageAt}
                title={exactTime(other.lastMessageAt, zone)}
                className="text-fact text-ink-3 leading-5"
              >
                {dayName(other.lastMessageAt, now, zone)}
              </time>
              <span className="col-start-2 truncate text-fact text-ink-3">
                {other.kind === 'public' ? 'in public, ' : ''}to{' '}
                <bdi>@{handleOf(other.channelId) ?? 'another channel'}</bdi>
              </span>
            </a>
          </li>
        ))}
        {earlier.map(({ no, at }) => (
          <li key={no} className="text-ink-2">
            Visit {no},{' '}
            <time dateTime={at} title={exactTime(at, zone)}>
              {dayName(at, now, zone)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
