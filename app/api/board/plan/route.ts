import { spreadFrom, teamFrom } from '@/lib/queries/board/params';
import { boardPlan } from '@/lib/queries/board/plan';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) =>
  boardPlan(actor, { teamId: teamFrom(search), spread: spreadFrom(search) }),
);
