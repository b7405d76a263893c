'use client';

import type { QuarantinedView } from '@/lib/queries/inbound/quarantined';
import { Notice } from '../entrance/notice';
import { useChange } from '../settings/use-change';
import { Button } from '../ui/button';
import { Ago } from '../ui/clock';
import { redriveInboundAction } from './actions';
import { quarantineSentence } from './words';

/** A delivery of the network that could not be taken in, and the way to try it once more. */
export function QuarantinedLine({
  delivery,
  networkLabel,
}: {
  delivery: QuarantinedView;
  networkLabel: string;
}) {
  const { id, receivedAt, tries, problem: why } = delivery;
  const { change, isPending, problem } = useChange(redriveInboundAction);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-60 flex-1">
        <p>{quarantineSentence(why)}</p>
        <p className="text-fact text-ink-3">
          From {networkLabel}, <Ago at={receivedAt} />; tried {tries}{' '}
          {tries === 1 ? 'time' : 'times'}; <span className="tabular-nums">{id}</span>
        </p>
      </div>
      <Button disabled={isPending} onClick={() => change({ inboundId: id })}>
        Read it again
      </Button>
      <Notice message={problem} />
    </li>
  );
}
