import { fillIn } from '@/lib/domain/offers/text';
import type { OfferView } from '@/lib/queries/offers/offer';

/** The text as one of those whom it is for would read it. */
export function Preview({ body, offer }: { body: string; offer: OfferView }) {
  const { audience, codes } = offer;
  const name = audience.sample?.name ?? 'Ana Lima';
  return (
    <figure>
      <figcaption className="mb-1 text-fact text-ink-3">
        As <bdi>{name}</bdi> would read it
      </figcaption>
      {body.trim() === '' ? (
        <p className="text-ink-3">Nothing yet.</p>
      ) : (
        <p
          dir="auto"
          className="w-fit max-w-140 whitespace-pre-wrap rounded-lg bg-ours px-3 py-2 text-message [overflow-wrap:anywhere]"
        >
          {fillIn(body, { name, code: codes.next ?? 'YOUR-CODE' })}
        </p>
      )}
    </figure>
  );
}
