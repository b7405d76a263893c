import 'server-only';
import { sql } from 'drizzle-orm';
import { referenceIn } from '@/lib/domain/channel/message-link';
import type { ArrivalEffect } from '@/lib/domain/conversation/arrival';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext } from '../command';
import type { Thread } from './place';
import type { ToldMessage } from './told';

type Arrived = { thread: Thread; message: ToldMessage; messageId: string; effect: ArrivalEffect };

/**
 * Keeps by which link a customer came, where their message begins a conversation, brings it back to us, or
 * follows within the hour in which it began. The first link of a visit counts. Asks nothing of the
 * database for a message without a reference: it is on the way of every message.
 */
export async function keepOrigin(
  { tx, workspaceId }: CommandContext<null>,
  { thread, message, messageId, effect }: Arrived,
): Promise<EventDraft[]> {
  const reference = message.kind === 'message' ? referenceIn(message.text) : undefined;
  if (reference === undefined) return [];
  const begins = thread.isNew || effect !== 'stays';
  const { rows } = await tx.execute<{ linkId: string }>(sql`
    insert into conversation_origins (workspace_id, conversation_id, episode, link_id, message_id, at)
    select link.workspace_id, conversation.id, conversation.episode, link.id, ${messageId},
      ${message.at.toISOString()}::timestamptz
    from conversations conversation
    join message_links link on link.workspace_id = conversation.workspace_id
      and link.channel_id = conversation.channel_id
    where conversation.workspace_id = ${workspaceId} and conversation.id = ${thread.id}
      and link.reference = ${reference}
      and (${begins} or conversation.created_at > now() - interval '1 hour')
    on conflict do nothing
    returning link_id as "linkId"`);
  return rows.map(({ linkId }) => ({
    type: 'conversation.origin',
    conversationId: thread.id,
    channelId: message.channelId,
    messageId,
    data: { linkId },
  }));
}
