import { contactHistory } from '@/lib/queries/inbox/history';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  contactHistory(actor, conversationId),
);
