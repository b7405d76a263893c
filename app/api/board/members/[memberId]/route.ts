import { memberWork } from '@/lib/queries/board/member-work';
import { idFrom } from '@/lib/queries/board/params';
import { read } from '@/lib/route';

export const GET = read<{ memberId: string }, unknown>((actor, { memberId }) =>
  memberWork(actor, idFrom(memberId)),
);
