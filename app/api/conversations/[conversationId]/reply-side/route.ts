import { pickerSide } from '@/lib/queries/replies/side';
import { read } from '@/lib/route';

export const GET = read<{ conversationId: string }, unknown>((actor, { conversationId }) =>
  pickerSide(actor, conversationId),
);
