import { offerFile } from '@/lib/queries/offers/export';
import { readFile } from '@/lib/route';

export const GET = readFile<{ offerId: string }>((actor, { offerId }) => offerFile(actor, offerId));
