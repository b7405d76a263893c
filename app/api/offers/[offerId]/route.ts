import { offerView } from '@/lib/queries/offers/offer';
import { read } from '@/lib/route';

export const GET = read<{ offerId: string }, unknown>((actor, { offerId }) =>
  offerView(actor, offerId),
);
