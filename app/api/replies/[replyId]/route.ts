import { replyDetail } from '@/lib/queries/replies/detail';
import { read } from '@/lib/route';

export const GET = read<{ replyId: string }, unknown>((actor, { replyId }) =>
  replyDetail(actor, replyId),
);
