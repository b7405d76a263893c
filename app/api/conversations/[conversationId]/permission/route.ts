import { realCase } from '@/lib/queries/rules/case';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  realCase(actor, conversationId),
);
