import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { OfferList } from '@/components/offers/offer-list';
import { offersQuery } from '@/components/offers/queries';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { channelList } from '@/lib/queries/channels/channel-list';
import { whoMay } from '@/lib/queries/members/who-may';
import { offerList } from '@/lib/queries/offers/offer-list';
import { viewer } from '../viewer';

export const metadata: Metadata = { title: 'Offers' };

export default async function OffersPage() {
  const { actor } = await viewer();
  return (
    <PageFrame
      title="Offers"
      lead="Private offers to those who agreed to be sent them, each with a code of their own if you like. Somebody else approves an offer before anybody gets it."
    >
      {can(actor, 'offer.read') ? <All actor={actor} /> : <Ask actor={actor} />}
    </PageFrame>
  );
}

async function All({ actor }: { actor: Actor }) {
  const client = new QueryClient();
  const [channels] = await Promise.all([
    channelList(actor),
    client.prefetchQuery({ ...offersQuery, queryFn: () => offerList(actor) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OfferList channels={channels.map(({ id, handle }) => ({ id, handle }))} />
    </HydrationBoundary>
  );
}

async function Ask({ actor }: { actor: Actor }) {
  return (
    <AskThem permission="offer.read" to="see offers" names={await whoMay(actor, 'offer.read')} />
  );
}
