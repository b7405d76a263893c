import { latestBulk } from '@/lib/queries/bulk/bulks';
import { read } from '@/lib/route';

export const GET = read((actor) => latestBulk(actor));
