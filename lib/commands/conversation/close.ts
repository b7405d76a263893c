import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { conversationFor } from './conversation-for';
import { requireVersion, standingOf } from './stale';
import { requireNoNewQuestion } from './unseen';

/** Says that a conversation is settled: nothing in it waits for us any more. */
export const closeConversation = command({
  permission: 'conversation.close',
  input: z.strictObject({
    conversationId: z.uuid(),
    version: z.int().min(1),
    /** The `seq` of the thread on screen; with it, a message that came later stops the close. */
    seenSeq: z.int().min(0).optional(),
  }),
  async run(context, { conversationId, version, seenSeq }) {
    const conversation = await conversationFor(context, conversationId);
    if (conversation.status === 'resolved') {
      throw new Refusal('conflict', 'Someone already closed it.', standingOf(conversation));
    }
    requireVersion(conversation, version);
    if (seenSeq !== undefined) await requireNoNewQuestion(context, conversation, seenSeq);
    await context.tx
      .update(conversations)
      .set({
        status: 'resolved',
        resolvedAt: sql`now()`,
        resolvedBy: context.actor.memberId,
        waitingSince: null,
        version: version + 1,
      })
      .where(
        and(
          eq(conversations.workspaceId, context.workspaceId),
          eq(conversations.id, conversationId),
        ),
      );
    return {
      value: { conversationId, version: version + 1 },
      events: [{ type: 'conversation.closed', conversationId }],
    };
  },
});
