import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { waitingSinceNow } from '../delivery/customer-waits';
import { conversationFor } from './conversation-for';
import { requireVersion, standingOf } from './stale';

/** Takes a close back. A customer whom no reply has followed waits again, since when they wrote. */
export const reopenConversation = command({
  permission: 'conversation.close',
  input: z.strictObject({ conversationId: z.uuid(), version: z.int().min(1) }),
  async run(context, { conversationId, version }) {
    const { tx, workspaceId } = context;
    const conversation = await conversationFor(context, conversationId);
    if (conversation.status !== 'resolved') {
      throw new Refusal('conflict', 'This conversation is not closed.', standingOf(conversation));
    }
    requireVersion(conversation, version);
    await tx
      .update(conversations)
      .set({
        status: 'open',
        resolvedAt: null,
        resolvedBy: null,
        waitingSince: await waitingSinceNow(context, conversationId),
        version: version + 1,
      })
      .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
    return {
      value: { conversationId, version: version + 1 },
      events: [{ type: 'conversation.reopened', conversationId }],
    };
  },
});
