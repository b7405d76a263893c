import { recipients } from '@/lib/queries/offers/recipients';
import { read } from '@/lib/route';

export const GET = read<{ offerId: string }, unknown>((actor, { offerId }, search) =>
  recipients(actor, offerId, search),
);
