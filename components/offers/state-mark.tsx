import { clsx } from 'clsx';
import type { OfferState } from '@/lib/domain/offers/offer';
import { stateWords } from './words';

/** Where an offer stands, in a word; what is under way is in the colour of a light that is on. */
export function StateMark({ state }: { state: OfferState }) {
  return (
    <span
      className={clsx(
        'inline-block rounded-sm px-1.5 text-fact',
        state === 'running' ? 'bg-amber-wash text-amber-ink' : 'bg-sunken text-ink-2',
      )}
    >
      {stateWords[state]}
    </span>
  );
}
