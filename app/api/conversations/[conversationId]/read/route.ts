import { markRead } from '@/lib/commands/conversation/mark-read';
import { write } from '@/lib/route';

export const POST = write<{ conversationId: string }, unknown>(markRead);
