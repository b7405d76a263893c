import 'server-only';
import { and, eq } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

export type Conversation = typeof conversations.$inferSelect;

/**
 * The only way to a conversation that is about to change: of this workspace, and locked, so that
 * whoever writes to it next waits. Refuses as `not_found`, also for what is another workspace's.
 */
export async function conversationFor(
  { tx, workspaceId }: CommandContext<Actor | null>,
  conversationId: string,
): Promise<Conversation> {
  const [conversation] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)))
    .for('update');
  if (!conversation) throw new Refusal('not_found', 'There is no such conversation here.');
  return conversation;
}
