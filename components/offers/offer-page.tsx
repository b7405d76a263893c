'use client';

import { useQuery } from '@tanstack/react-query';
import { afterStep } from '@/lib/domain/offers/offer';
import { labelsQuery } from '../inbox/queries';
import { PageFrame } from '../settings/page-frame';
import { useCan } from '../shell/me';
import { SoftLink } from '../ui/soft-link';
import { ApprovalSection } from './approval-section';
import { CodesSection } from './codes-section';
import { OfferForm } from './offer-form';
import { OfferReading } from './offer-reading';
import { ProgressSection } from './progress-section';
import { offerQuery } from './queries';
import { StartSection } from './start-section';
import { StateMark } from './state-mark';

/** One offer, from its text to what became of it, in the order of the work. */
export function OfferPage({ offerId }: { offerId: string }) {
  const { data: offer } = useQuery(offerQuery(offerId));
  const { data: labels = [] } = useQuery(labelsQuery);
  const mayWrite = useCan('offer.write');
  if (!offer) return null;
  const { name, state, channel, author, startedAt } = offer;
  const mayChange = mayWrite && afterStep(state, 'change') !== null;
  return (
    <PageFrame
      title={name}
      lead={
        <>
          <SoftLink href="/offers" className="underline underline-offset-2">
            Offers
          </SoftLink>
          {' · '}
          <StateMark state={state} />
          {' · '}
          <bdi>@{channel}</bdi>, by <bdi>{author}</bdi>
        </>
      }
    >
      {startedAt === null ? null : <ProgressSection offer={offer} />}
      {mayChange ? (
        <OfferForm offer={offer} labels={labels} />
      ) : (
        <OfferReading offer={offer} labels={labels} />
      )}
      <CodesSection offer={offer} mayWrite={mayWrite} />
      <ApprovalSection offer={offer} />
      {state === 'draft' || state === 'approved' ? <StartSection offer={offer} /> : null}
    </PageFrame>
  );
}
