import { ledger } from '@/lib/queries/consent/ledger';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  ledger(actor, conversationId),
);
