import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { CommandContext } from '../command';
import { command } from '../command';
import { bodyFor } from './body';
import { requireOpenChannel } from './channel-open';
import type { Conversation } from './conversation-for';
import { conversationFor } from './conversation-for';
import { requireNothingUnseen } from './unseen';
import { findWritten, write } from './written';

/**
 * Answers the customer: the message and its delivery stand in the database before anybody is told,
 * and a worker hands it to the network. Refuses with `details.unseen` when a colleague was faster.
 */
export const replyToConversation = command({
  permission: 'conversation.reply',
  input: z.strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    body: z.string().max(100_000),
    /** The `seq` of the thread that the writer had on screen. */
    seenSeq: z.int().min(0),
    override: z.boolean().optional(),
  }),
  async run(context, { conversationId, clientKey, seenSeq, override, ...input }) {
    const body = bodyFor('reply', input.body);
    const conversation = await conversationFor(context, conversationId);
    const draft = { kind: 'outbound', clientKey, body } as const;
    const before = await findWritten(context, conversation, draft);
    if (before) return { value: before, events: [] };

    await requireOpenChannel(context, conversation);
    if (!override) await requireNothingUnseen(context, conversation, seenSeq);
    const written = await write(context, conversation, draft);
    const { messageId } = written;
    await queue(context, conversation, messageId);
    await moveOn(context, conversation, { at: written.at, preview: previewOf({ body }) });
    return {
      value: written,
      events: [
        { type: 'message.replied', conversationId, messageId },
        ...takenBy(context, conversation),
      ],
      nudges: ['delivery'],
    };
  },
});

async function queue(
  { tx, workspaceId }: CommandContext,
  { id: conversationId, channelId }: Conversation,
  messageId: string,
): Promise<void> {
  await tx.insert(deliveries).values({
    workspaceId,
    messageId,
    conversationId,
    channelId,
    // Not now(): whoever waited for the conversation's lock began earlier and yet comes later.
    createdAt: sql`clock_timestamp()`,
  });
}

/** The list follows the reply: nothing waits for us, and what nobody had is its writer's. */
async function moveOn(
  { tx, workspaceId, actor }: CommandContext,
  conversation: Conversation,
  { at, preview }: { at: string; preview: string },
): Promise<void> {
  await tx
    .update(conversations)
    .set({
      lastMessageAt: at,
      lastMessageTie: '0',
      lastMessageKind: 'outbound',
      preview,
      waitingSince: null,
      ...(conversation.ownerId === null
        ? { ownerId: actor.memberId, version: conversation.version + 1 }
        : {}),
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversation.id)));
}

function takenBy({ actor }: CommandContext, { id, ownerId }: Conversation): EventDraft[] {
  if (ownerId !== null) return [];
  return [{ type: 'conversation.claimed', conversationId: id, memberId: actor.memberId }];
}
