import 'server-only';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { messages } from '@/db/schema/conversations';
import { events } from '@/db/schema/workspaces';
import type { EventType } from '@/lib/domain/conversation/events';
import { isoInstant } from '@/lib/domain/conversation/instant';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';

const MOST_SHOWN = 20;

/**
 * Stops a reply when a colleague's reply or note landed that its writer has not seen, with those
 * messages. What the customer wrote meanwhile never stops it.
 */
export async function requireNothingUnseen(
  context: CommandContext,
  conversation: Conversation,
  seenSeq: number,
): Promise<void> {
  const ours = ['message.replied', 'message.noted', 'message.echoed'] as const;
  const unseen = await messagesSince(context, conversation, seenSeq, ours);
  if (unseen.length === 0) return;
  throw new Refusal(
    'conflict',
    'Someone on your team wrote here while you were writing. Read it before you send.',
    { unseen },
  );
}

/** Stops a close when the customer wrote something that whoever closes has not seen. */
export async function requireNoNewQuestion(
  context: CommandContext,
  conversation: Conversation,
  seenSeq: number,
): Promise<void> {
  const unseen = await messagesSince(context, conversation, seenSeq, ['message.received']);
  if (unseen.length === 0) return;
  throw new Refusal('conflict', 'The customer has just written again. Read it before you close.', {
    unseen,
  });
}

async function messagesSince(
  { tx, workspaceId, actor }: CommandContext,
  conversation: Conversation,
  seenSeq: number,
  types: readonly EventType[],
) {
  const found = await tx
    .select({
      id: messages.id,
      kind: messages.kind,
      authorId: messages.authorId,
      body: messages.body,
      at: messages.at,
    })
    .from(events)
    .innerJoin(
      messages,
      and(eq(messages.workspaceId, events.workspaceId), eq(messages.id, events.messageId)),
    )
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        eq(events.conversationId, conversation.id),
        gt(events.seq, seenSeq),
        inArray(events.type, [...types]),
        sql`${events.actorMemberId} is distinct from ${actor.memberId}`,
      ),
    )
    .orderBy(asc(events.seq))
    .limit(MOST_SHOWN);
  return found.map((message) => ({ ...message, at: isoInstant(message.at) }));
}
