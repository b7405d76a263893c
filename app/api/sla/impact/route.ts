import { impactFor } from '@/lib/queries/sla/impact';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) => impactFor(actor, search));
