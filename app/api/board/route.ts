import { board } from '@/lib/queries/board/board';
import { teamFrom } from '@/lib/queries/board/params';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) => board(actor, teamFrom(search)));
