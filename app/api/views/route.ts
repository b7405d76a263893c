import { viewCounts } from '@/lib/queries/inbox/view-counts';
import { read } from '@/lib/route';

export const GET = read((actor) => viewCounts(actor));
