import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { labelsQuery } from '@/components/inbox/queries';
import { OfferPage } from '@/components/offers/offer-page';
import { offerQuery } from '@/components/offers/queries';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { labelList } from '@/lib/queries/labels/label-list';
import type { OfferView } from '@/lib/queries/offers/offer';
import { offerView } from '@/lib/queries/offers/offer';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Offer' };

export default async function OneOfferPage({ params }: { params: Promise<{ offerId: string }> }) {
  const { offerId } = await params;
  const { actor } = await viewer();
  if (!can(actor, 'offer.read')) notFound();
  const client = new QueryClient();
  const [offer, labels] = await Promise.all([found(actor, offerId), labelList(actor)]);
  client.setQueryData(offerQuery(offerId).queryKey, offer);
  client.setQueryData(labelsQuery.queryKey, labels);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OfferPage offerId={offerId} />
    </HydrationBoundary>
  );
}

async function found(actor: Actor, offerId: string): Promise<OfferView> {
  try {
    return await offerView(actor, offerId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound();
    throw error;
  }
}
