'use client';

import { useState } from 'react';
import type { Outcome } from '@/lib/domain/offers/kept-back';
import { outcomes } from '@/lib/domain/offers/kept-back';
import type { OfferView } from '@/lib/queries/offers/offer';
import { Notice } from '../entrance/notice';
import { Section } from '../settings/page-frame';
import { useCan } from '../shell/me';
import { Button, buttonClass } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { stepOfferAction } from './actions';
import { OutcomeLine } from './outcome-line';
import { exportPath } from './queries';
import { RunningWords } from './running-words';
import { useOfferChange } from './use-offer-change';
import { outcomeWords, people } from './words';

/** How far an offer came, with everybody it was kept back from, and the way to hold it. */
export function ProgressSection({ offer }: { offer: OfferView }) {
  const total = countOf(offer);
  return (
    <Section id="offer-progress" title="Progress">
      <div className="rounded-lg border border-line bg-panel">
        <div className="grid gap-3 border-line border-b p-4">
          <p role="status">
            <span className="font-strong tabular-nums">
              {countOf(offer, 'given').toLocaleString('en-GB')}
            </span>{' '}
            of {people(total)} {countOf(offer, 'given') === 1 ? 'has' : 'have'} it.{' '}
            <RunningWords offer={offer} />
          </p>
          <Track offer={offer} total={total} />
          <Steps offer={offer} />
        </div>
        {outcomes.map((outcome) => (
          <Group key={outcome} offer={offer} outcome={outcome} />
        ))}
      </div>
      <p className="mt-2">
        <a href={exportPath(offer.id)} download className={buttonClass()}>
          Export as a table
        </a>
      </p>
    </Section>
  );
}

function countOf({ groups }: OfferView, only?: Outcome): number {
  return groups
    .filter(({ outcome }) => only === undefined || outcome === only)
    .reduce((sum, { count }) => sum + count, 0);
}

const parts: Record<Outcome, string> = {
  given: 'bg-met',
  under_way: 'bg-amber',
  waiting: 'bg-line',
  kept_back: 'bg-ink-3',
};

/** The same as a line: for the eye only. */
function Track({ offer, total }: { offer: OfferView; total: number }) {
  return (
    <div aria-hidden className="flex h-1.5 gap-px overflow-hidden rounded-sm bg-line">
      {outcomes.map((outcome) => (
        <span
          key={outcome}
          className={parts[outcome]}
          style={{ width: `${(100 * countOf(offer, outcome)) / Math.max(1, total)}%` }}
        />
      ))}
    </div>
  );
}

function Group({ offer, outcome }: { offer: OfferView; outcome: Outcome }) {
  const groups = offer.groups.filter((group) => group.outcome === outcome);
  if (groups.length === 0) return null;
  return (
    <section
      aria-label={outcomeWords[outcome]}
      className="border-line border-b px-4 py-2.5 last:border-b-0"
    >
      <h3 className="flex items-center gap-2 font-strong">
        <span aria-hidden className={`size-2 rounded-full ${parts[outcome]}`} />
        {outcomeWords[outcome]}
        <span className="ml-auto font-normal text-ink-2 tabular-nums">
          {countOf(offer, outcome).toLocaleString('en-GB')}
        </span>
      </h3>
      {groups.map((group) => (
        <OutcomeLine key={group.reason} offer={offer} group={group} />
      ))}
    </section>
  );
}

function Steps({ offer }: { offer: OfferView }) {
  const { id: offerId, version, state } = offer;
  const mayWrite = useCan('offer.write');
  const [asks, setAsks] = useState(false);
  const { change, isPending, problem } = useOfferChange(stepOfferAction, () => setAsks(false));
  if (!mayWrite || (state !== 'running' && state !== 'paused')) return null;
  const step = (name: 'pause' | 'resume' | 'stop') => change({ offerId, version, step: name });
  return (
    <>
      <Notice message={problem} />
      <div className="flex flex-wrap gap-2">
        <Button disabled={isPending} onClick={() => step(state === 'running' ? 'pause' : 'resume')}>
          {state === 'running' ? 'Pause' : 'Resume'}
        </Button>
        <Button tone="grave" disabled={isPending} onClick={() => setAsks(true)}>
          Stop…
        </Button>
      </div>
      {asks ? (
        <Sheet title="Stop this offer?" onClose={() => setAsks(false)}>
          <div className="grid gap-4 p-4">
            <p>
              Nobody else gets it, and what was handed over and has not left yet is taken back. It
              cannot be started again.
            </p>
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => setAsks(false)}>Go on</Button>
              <Button tone="grave" disabled={isPending} onClick={() => step('stop')}>
                Stop for good
              </Button>
            </div>
          </div>
        </Sheet>
      ) : null}
    </>
  );
}
