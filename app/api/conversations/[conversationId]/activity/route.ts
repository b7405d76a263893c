import { activity } from '@/lib/queries/inbox/activity';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }, search) =>
  activity(actor, conversationId, search.get('cursor')),
);
