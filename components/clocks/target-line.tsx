'use client';

import { clsx } from 'clsx';
import { shareLeft } from '@/lib/domain/sla/ring';
import type { TargetView } from '@/lib/queries/sla/target-view';
import type { RingLook } from './look';
import { metricNames } from './metric-names';
import { Ring } from './ring';
import type { Standing } from './target-words';
import { standingOf } from './target-words';
import { useNow } from './use-now';

const tones: Record<RingLook, string> = {
  running: 'text-ink-2',
  due: 'font-strong text-amber-ink',
  broken: 'font-strong text-breach',
  stands: 'text-ink-3',
  met: 'text-met',
  void: 'text-ink-3',
};

/** How a target stands at this moment. */
function useStanding(target: TargetView): Standing & { share: number } {
  const seen = useNow(target.running ? target.dueAt : null);
  const standing = standingOf(target, seen);
  return { ...standing, share: shareOf(target, standing, seen.now) };
}

function shareOf({ ring }: TargetView, { look }: Standing, now: number): number {
  if (ring !== null) return shareLeft(ring, now);
  return look === 'met' ? 1 : 0;
}

/** A promise in two short lines: which, what is left of it or became of it, and when. */
export function TargetLine({ target }: { target: TargetView }) {
  const { look, short, more, share } = useStanding(target);
  return (
    <span className="grid grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-x-2">
      <Ring share={share} look={look} />
      <span className="truncate">{metricNames[target.metric]}</span>
      <span className={clsx('text-fact tabular-nums', tones[look])}>{short}</span>
      {more ? (
        <span className="col-start-2 col-end-4 text-fact text-ink-3 [overflow-wrap:anywhere]">
          {more}
        </span>
      ) : null}
    </span>
  );
}
