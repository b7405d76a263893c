import type { LabelView } from '@/lib/queries/inbox/views';
import type { OfferView } from '@/lib/queries/offers/offer';
import { Section } from '../settings/page-frame';
import { LabelChip } from '../ui/label-chip';
import { AudienceWords } from './audience-words';
import { Preview } from './preview';
import { people } from './words';

/** What an offer says and whom it is for, for whoever does not write it or when it is settled. */
export function OfferReading({
  offer,
  labels,
}: {
  offer: OfferView;
  labels: readonly LabelView[];
}) {
  const chosen = labels.filter(({ id }) => offer.labelIds.includes(id));
  const total = offer.groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Section id="offer-text" title="What it says">
        <div className="rounded-lg border border-line bg-panel p-4">
          <Preview body={offer.body} offer={offer} />
        </div>
      </Section>
      <Section id="offer-audience" title="Whom it is for">
        <div className="grid gap-2 rounded-lg border border-line bg-panel p-4">
          {chosen.length > 0 ? (
            <p className="flex flex-wrap gap-1.5">
              {chosen.map((label) => (
                <LabelChip key={label.id} label={label} />
              ))}
            </p>
          ) : null}
          {offer.startedAt === null ? (
            <AudienceWords audience={offer.audience} labels={chosen} />
          ) : (
            <p>{people(total)} who had agreed to be sent offers when it started.</p>
          )}
        </div>
      </Section>
    </>
  );
}
