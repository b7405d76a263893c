import { audienceFor } from '@/lib/queries/offers/audience';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) => audienceFor(actor, search));
