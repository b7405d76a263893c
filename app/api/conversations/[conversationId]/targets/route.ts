import { conversationTargets } from '@/lib/queries/sla/conversation-targets';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  conversationTargets(actor, conversationId),
);
