import { clsx } from 'clsx';
import type { VersionState } from '@/lib/domain/replies/state';
import { stateWords } from './words';

const looks: Partial<Record<VersionState, string>> = {
  published: 'bg-met-wash text-met',
  in_review: 'bg-amber-wash text-amber-ink',
  changes_requested: 'bg-amber-wash text-amber-ink',
  recalled: 'bg-breach-wash text-breach',
};

/** Where a version stands, in a word. */
export function StateMark({
  state,
  scheduled = false,
}: {
  state: VersionState;
  scheduled?: boolean;
}) {
  return (
    <span
      className={clsx(
        'inline-block whitespace-nowrap rounded-sm px-1.5 text-fact',
        looks[state] ?? 'bg-sunken text-ink-2',
      )}
    >
      {scheduled && state === 'approved' ? 'Scheduled' : stateWords[state]}
    </span>
  );
}
