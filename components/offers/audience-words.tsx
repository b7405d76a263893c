import type { LabelView } from '@/lib/queries/inbox/views';
import type { AudiencePreview } from '@/lib/queries/offers/audience';
import { people } from './words';

/** How many people an offer is for, in a sentence. */
export function AudienceWords({
  audience: { agreed, chosen },
  labels,
}: {
  audience: AudiencePreview;
  /** Those that were chosen. */
  labels: readonly LabelView[];
}) {
  if (labels.length === 0) {
    return (
      <p role="status">
        {people(agreed)} agreed to be sent offers{agreed === 0 ? ' on this channel yet' : ''}.
      </p>
    );
  }
  return (
    <p role="status">
      {people(chosen)} agreed to offers and {chosen === 1 ? 'carries' : 'carry'}{' '}
      {labels.length === 1 ? 'the label' : 'one of the labels'}{' '}
      <bdi>{labels.map(({ name }) => `“${name}”`).join(', ')}</bdi>.{' '}
      {agreed.toLocaleString('en-GB')} agreed in all.
    </p>
  );
}
