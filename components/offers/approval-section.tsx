'use client';

import type { OfferView } from '@/lib/queries/offers/offer';
import { Notice } from '../entrance/notice';
import { Section } from '../settings/page-frame';
import { useCan, useMe } from '../shell/me';
import { Button } from '../ui/button';
import { Since } from '../ui/since';
import { approveOfferAction } from './actions';
import { useOfferChange } from './use-offer-change';
import { either } from './words';

/** A second pair of eyes: who has read the text, or who has to. */
export function ApprovalSection({ offer }: { offer: OfferView }) {
  const { approver, approvedAt, state } = offer;
  if (state === 'stopped' && approver === null) return null;
  return (
    <Section id="offer-approval" title="Approval">
      <div className="grid gap-3 rounded-lg border border-line bg-panel p-4">
        {approver && approvedAt ? (
          <p>
            <bdi>{approver}</bdi> has read and approved it, <Since at={approvedAt} />.
          </p>
        ) : (
          <Missing offer={offer} />
        )}
      </div>
    </Section>
  );
}

function Missing({ offer }: { offer: OfferView }) {
  const mayApprove = useCan('offer.approve');
  const isOwn = useMe().memberId === offer.authorId;
  if (mayApprove && !isOwn) return <Approve offer={offer} />;
  const names = either(offer.approvers);
  return (
    <p>
      {isOwn ? 'You wrote it, so somebody else has to approve it: ' : 'It has to be approved by '}
      {names === '' ? 'there is nobody yet who may.' : <bdi>{names}.</bdi>}
    </p>
  );
}

function Approve({ offer: { id, version, author } }: { offer: OfferView }) {
  const { change, isPending, problem } = useOfferChange(approveOfferAction);
  return (
    <>
      <p>
        <bdi>{author}</bdi> wrote it. Read the text and whom it is for; you approve exactly that,
        and a change takes your approval back.
      </p>
      <Notice message={problem} />
      <div>
        <Button tone="go" disabled={isPending} onClick={() => change({ offerId: id, version })}>
          Approve
        </Button>
      </div>
    </>
  );
}
