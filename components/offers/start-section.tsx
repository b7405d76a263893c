'use client';

import { asksForCode } from '@/lib/domain/offers/text';
import type { OfferView } from '@/lib/queries/offers/offer';
import { Notice } from '../entrance/notice';
import { Section } from '../settings/page-frame';
import { useCan } from '../shell/me';
import { Button } from '../ui/button';
import { stepOfferAction } from './actions';
import { useOfferChange } from './use-offer-change';
import { people } from './words';

/** What will happen when it starts, and the way to start it or to throw it away. */
export function StartSection({ offer }: { offer: OfferView }) {
  const { id: offerId, version, state, audience } = offer;
  const mayWrite = useCan('offer.write');
  const { change, isPending, problem } = useOfferChange(stepOfferAction);
  const step = (name: 'start' | 'stop') => change({ offerId, version, step: name });
  const hindrance = hindranceOf(offer);
  return (
    <Section id="offer-start" title="Start">
      <div className="grid gap-3 rounded-lg border border-line bg-panel p-4">
        {hindrance ? (
          <p className="text-ink-2">{hindrance}</p>
        ) : (
          <>
            <p>
              {people(audience.chosen)}, one after the other. Each is asked about anew when their
              turn comes: what they allow, what <bdi>@{offer.channel}</bdi> may send them, how many
              offers they had, and their quiet hours.
            </p>
            <p className="text-ink-2">
              Replies go first: half of what the channel may send stays for them. You can pause and
              stop at any moment, and whoever does not get it is listed with the reason.
            </p>
          </>
        )}
        <Notice message={problem} />
        {mayWrite ? (
          <div className="flex flex-wrap gap-2">
            {state === 'approved' ? (
              <Button
                tone="go"
                disabled={isPending || hindrance !== null}
                onClick={() => step('start')}
              >
                Start for {people(audience.chosen)}
              </Button>
            ) : null}
            <Button disabled={isPending} onClick={() => step('stop')}>
              Discard this offer
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

/** What is missing, in the order of the page; null when it can start. */
function hindranceOf({ state, body, audience, codes }: OfferView): string | null {
  if (body.trim() === '') return 'It needs a text first.';
  if (audience.chosen === 0) return 'There is nobody to send it to: nobody chosen has agreed.';
  if (asksForCode(body) && codes.total === 0) return 'It promises a code: it needs codes first.';
  return state === 'draft' ? 'It starts once somebody has approved it.' : null;
}
