import { conversationAssignment } from '@/lib/queries/routing/conversation-assignment';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  conversationAssignment(actor, conversationId),
);
