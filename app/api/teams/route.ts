import { teamList } from '@/lib/queries/teams/team-list';
import { read } from '@/lib/route';

export const GET = read((actor) => teamList(actor));
