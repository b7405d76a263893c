import { threadView } from '@/lib/queries/inbox/thread-view';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }, search) =>
  threadView(actor, conversationId, search.get('from')),
);
