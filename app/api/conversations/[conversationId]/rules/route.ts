import { conversationRuns } from '@/lib/queries/rulebook/conversation-runs';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  conversationRuns(actor, conversationId),
);
