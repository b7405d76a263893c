import 'server-only';
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { conversationFor } from './conversation-for';
import { heldBy, standingOf } from './stale';

/** Takes a conversation that nobody has. Of those who try at once one wins; the others learn who. */
export const claimConversation = command({
  permission: 'conversation.claim',
  input: z.strictObject({
    conversationId: z.uuid(),
    /** What the person saw; with it, whatever changed since stops the claim. */
    expectedVersion: z.int().min(1).optional(),
  }),
  async run(context, { conversationId, expectedVersion }) {
    const { tx, workspaceId, actor } = context;
    const [claimed] = await tx
      .update(conversations)
      .set({ ownerId: actor.memberId, version: sql`${conversations.version} + 1` })
      .where(
        and(
          eq(conversations.workspaceId, workspaceId),
          eq(conversations.id, conversationId),
          isNull(conversations.ownerId),
          expectedVersion === undefined ? undefined : eq(conversations.version, expectedVersion),
          notInArray(conversations.status, ['resolved', 'spam']),
        ),
      )
      .returning({ version: conversations.version });
    if (!claimed) throw await whyNot(context, conversationId);
    return {
      value: { conversationId, ownerId: actor.memberId, version: claimed.version },
      events: [{ type: 'conversation.claimed', conversationId, memberId: actor.memberId }],
    };
  },
});

async function whyNot(context: CommandContext, conversationId: string): Promise<Refusal> {
  const conversation = await conversationFor(context, conversationId);
  if (conversation.ownerId !== null) return await heldBy(context, conversation);
  const { status } = conversation;
  const isClosed = status === 'resolved' || status === 'spam';
  return new Refusal(
    'conflict',
    isClosed
      ? 'This conversation is closed. Reopen it, then claim it.'
      : 'Someone changed this conversation meanwhile. Look at it again, then claim it.',
    standingOf(conversation),
  );
}
