import { offerList } from '@/lib/queries/offers/offer-list';
import { read } from '@/lib/route';

export const GET = read((actor) => offerList(actor));
