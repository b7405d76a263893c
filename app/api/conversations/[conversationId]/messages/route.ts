import { olderMessages } from '@/lib/queries/inbox/thread-view';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }, search) =>
  olderMessages(actor, conversationId, search.get('before') ?? ''),
);
