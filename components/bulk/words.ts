import type { BulkState } from '@/lib/domain/conversation/bulk';
import { isUnderWay } from '@/lib/domain/conversation/bulk';
import type { BulkView } from '@/lib/queries/bulk/views';

const endings: Partial<Record<BulkState, string>> = {
  cancelled: 'Cancelled: ',
  stopped: 'Stopped: ',
};

type Told = Pick<BulkView, 'state' | 'total' | 'counts' | 'stoppedBecause'>;

/** How many of it are over, whatever became of them. */
export function settledOf({ state, total, counts }: Told): number {
  return state === 'undoing' ? counts.back + counts.left : total - counts.waiting;
}

/** Out of how many: what is taken back is what was changed. */
export function wantedOf({ state, total, counts }: Told): number {
  return state === 'undoing' ? counts.back + counts.left + counts.changed : total;
}

/** "812 of 1,240", while it is under way; else what came of it. */
export function progressWords(bulk: Told): string {
  const { state, counts, stoppedBecause } = bulk;
  if (isUnderWay(state)) return `${settledOf(bulk)} of ${wantedOf(bulk)}`;
  if (state === 'undone') {
    return [`${counts.back} are back`, counts.left > 0 && `${counts.left} were left`]
      .filter(Boolean)
      .join(', ');
  }
  const told = [
    `${counts.changed} changed`,
    counts.same > 0 && `${counts.same} stood so already`,
    counts.refused > 0 && `${counts.refused} stayed as they were`,
    counts.waiting > 0 && `${counts.waiting} were not reached`,
  ];
  const why = stoppedBecause === null ? '' : `. ${stoppedBecause}`;
  return `${endings[state] ?? ''}${told.filter(Boolean).join(', ')}${why}`;
}
