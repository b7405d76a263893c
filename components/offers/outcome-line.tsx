'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { keptBackSentence } from '@/lib/domain/offers/kept-back';
import type { OfferView } from '@/lib/queries/offers/offer';
import type { OutcomeGroup } from '@/lib/queries/offers/outcome';
import type { RecipientLine } from '@/lib/queries/offers/recipients';
import { inboxPath } from '../inbox/location';
import { Button } from '../ui/button';
import { capital } from '../ui/capital';
import { useClock } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import { untilTime } from '../ui/time';
import { recipientsQuery } from './queries';
import { people } from './words';

/** Those who share an outcome and its reason, with their names once it is opened. */
export function OutcomeLine({ offer, group }: { offer: OfferView; group: OutcomeGroup }) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const { reason, count } = group;
  const { channel, network } = offer;
  const somebody = { contact: 'somebody', channel, network: networkName(network) };
  return (
    <div className="mt-1">
      <button
        type="button"
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': listId } : {})}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1.5 flex min-h-7 w-[calc(100%+12px)] items-center gap-1.5 rounded-sm px-1.5 text-left text-ink-2 hover:bg-hover hover:text-ink"
      >
        <ChevronRight
          aria-hidden
          size={14}
          className={`shrink-0 text-ink-3 transition-transform ${isOpen ? 'rotate-90' : ''}`}
        />
        <span className="min-w-0 flex-1">
          {reason ? capital(keptBackSentence(reason, somebody)) : 'Show who'}
        </span>
        <span className="text-fact text-ink-3 tabular-nums">{people(count)}</span>
      </button>
      {isOpen ? <Who id={listId} offer={offer} group={group} /> : null}
    </div>
  );
}

function Who({ id, offer, group }: { id: string; offer: OfferView; group: OutcomeGroup }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useInfiniteQuery(
    recipientsQuery(offer.id, group),
  );
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <div id={id} className="mt-1 mb-1.5 grid gap-1 pl-5">
      {error ? <p role="alert">{error.message}</p> : null}
      <ul>
        {lines.map((line) => (
          <Person key={line.identityId} line={line} />
        ))}
      </ul>
      {hasNextPage ? (
        <div>
          <Button tone="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Person({ line }: { line: RecipientLine }) {
  const { now, zone } = useClock();
  const { name, handle, code, outcome, dueAt, conversationId } = line;
  const isLater = outcome === 'waiting' && dueAt !== null && Date.parse(dueAt) > now;
  return (
    <li>
      <SoftLink
        href={inboxPath('all', conversationId)}
        className="-mx-1.5 flex min-h-7 flex-wrap items-center gap-x-2 rounded-sm px-1.5 hover:bg-hover"
      >
        <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
        {handle ? <bdi className="text-fact text-ink-3">@{handle}</bdi> : null}
        <span className="ml-auto text-fact text-ink-3 tabular-nums">
          {isLater ? `at ${untilTime(dueAt, now, zone)}` : code}
        </span>
      </SoftLink>
    </li>
  );
}
