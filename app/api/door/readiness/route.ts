import { readiness } from '@/lib/queries/door/readiness';
import { zoneFrom } from '@/lib/queries/inbox/list-params';
import { read } from '@/lib/route';

export const GET = read((actor, _params, search) => readiness(actor, zoneFrom(search)));
