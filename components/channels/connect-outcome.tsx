import { clsx } from 'clsx';
import { connectOutcomes } from './words';

/** What became of the way to the network and back. */
export function ConnectOutcome({ outcome }: { outcome: string | undefined }) {
  const told = outcome === undefined ? undefined : connectOutcomes[outcome];
  if (!told) return null;
  return (
    <p
      role={told.isGood ? 'status' : 'alert'}
      className={clsx(
        'rounded-sm px-2.5 py-2',
        told.isGood ? 'bg-met-wash text-met' : 'bg-breach-wash text-breach',
      )}
    >
      {told.sentence}
    </p>
  );
}
