import { ledgerFile } from '@/lib/queries/consent/export';
import { readFile } from '@/lib/route';

export const GET = readFile<{ conversationId: string }>((actor, { conversationId }) =>
  ledgerFile(actor, conversationId),
);
