import { memberList } from '@/lib/queries/inbox/members';
import { read } from '@/lib/route';

export const GET = read((actor) => memberList(actor));
