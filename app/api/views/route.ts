import { zoneFrom } from '@/lib/queries/inbox/list-params';
import { viewCounts } from '@/lib/queries/inbox/view-counts';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) => viewCounts(actor, zoneFrom(search)));
