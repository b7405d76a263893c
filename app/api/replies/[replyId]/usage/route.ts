import { usageOfReply } from '@/lib/queries/replies/usage';
import { read } from '@/lib/route';

export const GET = read<{ replyId: string }, Awaited<ReturnType<typeof usageOfReply>>>(
  (actor, { replyId }) => usageOfReply(actor, replyId),
);
