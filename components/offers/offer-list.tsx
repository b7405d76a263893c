'use client';

import { useQuery } from '@tanstack/react-query';
import type { OfferLine } from '@/lib/queries/offers/offer-list';
import { Section } from '../settings/page-frame';
import { useCan } from '../shell/me';
import { Since } from '../ui/since';
import { SoftLink } from '../ui/soft-link';
import type { OfferChannel } from './new-offer';
import { NewOffer } from './new-offer';
import { offersQuery } from './queries';
import { StateMark } from './state-mark';
import { people } from './words';

/** Every offer with how far it came, and a new one. */
export function OfferList({ channels }: { channels: readonly OfferChannel[] }) {
  const { data: offers } = useQuery(offersQuery);
  const mayWrite = useCan('offer.write');
  return (
    <>
      {mayWrite ? (
        <Section id="new-offer" title="New offer">
          <NewOffer channels={channels} />
        </Section>
      ) : null}
      <Section id="all-offers" title="All offers">
        {offers === undefined || offers.length === 0 ? (
          <p className="text-ink-2">
            {offers
              ? 'No offer yet. A marketer writes one, somebody else approves it, and it goes to those who agreed to be sent offers.'
              : 'Reading the offers.'}
          </p>
        ) : (
          <ul className="rounded-lg border border-line bg-panel">
            {offers.map((offer) => (
              <Line key={offer.id} offer={offer} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function Line({ offer }: { offer: OfferLine }) {
  const { id, name, state, channel, author, createdAt, startedAt, endedAt } = offer;
  return (
    <li className="border-line border-b last:border-b-0">
      <SoftLink
        href={`/offers/${id}`}
        className="grid gap-0.5 rounded-lg px-4 py-2.5 hover:bg-hover"
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <bdi className="min-w-0 font-strong [overflow-wrap:anywhere]">{name}</bdi>
          <StateMark state={state} />
          <span className="ml-auto text-fact text-ink-2 tabular-nums">{cameTo(offer)}</span>
        </span>
        <span className="text-fact text-ink-3">
          <bdi>@{channel}</bdi>, by <bdi>{author}</bdi>,{' '}
          <Since at={endedAt ?? startedAt ?? createdAt} />
        </span>
      </SoftLink>
    </li>
  );
}

function cameTo({ given, total, keptBack, startedAt }: OfferLine): string | null {
  if (startedAt === null) return null;
  const kept = keptBack > 0 ? `, kept back from ${keptBack.toLocaleString('en-GB')}` : '';
  return `${given.toLocaleString('en-GB')} of ${people(total)}${kept}`;
}
