import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { conversations, messages } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { CommandContext } from '../command';
import { now } from '../delivery/move';
import type { Conversation } from './conversation-for';
import { afterAllShown } from './written';

type Automatic = {
  body: string;
  /** An offer is said on top of everything: whoever waits for an answer still waits. */
  automatic: 'opt_out' | 'offer';
  /** Whose words they are, if anybody's. */
  authorId?: string;
};

/** Writes a message that nobody typed here and queues it. Where the conversation stands does not change. */
export async function sendAutomatic(
  { tx, workspaceId }: CommandContext<null>,
  { id: conversationId, channelId }: Conversation,
  { body, automatic, authorId }: Automatic,
): Promise<{ messageId: string; events: EventDraft[] }> {
  const messageId = uuid();
  const [written] = await tx
    .insert(messages)
    .values({
      workspaceId,
      id: messageId,
      conversationId,
      channelId,
      kind: 'outbound',
      body,
      automatic,
      authorId: authorId ?? null,
      at: afterAllShown(workspaceId, conversationId),
    })
    .returning({ at: messages.at });
  if (!written) throw new Error('an insert returned no row');
  const purpose = automatic === 'offer' ? 'offer' : 'opt_out_confirmation';
  await tx
    .insert(deliveries)
    .values({ workspaceId, messageId, conversationId, channelId, purpose, createdAt: now });
  await tx
    .update(conversations)
    .set({
      lastMessageAt: written.at,
      lastMessageTie: '0',
      lastMessageKind: 'outbound',
      preview: previewOf({ body, attachments: [] }),
      ...(automatic === 'offer' ? {} : { waitingSince: sql`null` }),
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
  const data = { automatic };
  return {
    messageId,
    events: [{ type: 'message.replied', conversationId, channelId, messageId, data }],
  };
}
