import 'server-only';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { messages } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import { events } from '@/db/schema/workspaces';
import type { EventType } from '@/lib/domain/conversation/events';
import { isoInstant } from '@/lib/domain/conversation/instant';
import { CALLED_BACK } from '@/lib/domain/delivery/called-back';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';

const MOST_SHOWN = 20;

const byWriter = 'Someone on your team wrote here while you were writing. Read it before you send.';

/**
 * Stops a reply when a colleague's reply or note landed that its writer has not seen, with those
 * messages. What the customer wrote meanwhile never stops it, nor what the writer wrote, whoever let it go.
 */
export async function requireNothingUnseen(
  context: CommandContext,
  conversation: Conversation,
  seenSeq: number,
  sentence = byWriter,
): Promise<void> {
  const ours = ['message.replied', 'message.noted', 'message.echoed'] as const;
  const unseen = await messagesSince(context, conversation, seenSeq, ours);
  if (unseen.length === 0) return;
  throw new Refusal('conflict', sentence, { unseen });
}

/** Those of the conversations in which the customer wrote after the position that the person had seen. */
export async function withUnseenQuestion(
  { tx, workspaceId }: CommandContext,
  seen: readonly { conversationId: string; seenSeq?: number | undefined }[],
): Promise<Set<string>> {
  const asked = seen.filter(({ seenSeq }) => seenSeq !== undefined);
  if (asked.length === 0) return new Set();
  const { rows } = await tx.execute<{ id: string }>(sql`
    select seen.id from jsonb_to_recordset(${JSON.stringify(
      asked.map(({ conversationId, seenSeq }) => ({ id: conversationId, seq: seenSeq })),
    )}::jsonb) as seen(id uuid, seq bigint)
    where exists (select from events e where e.workspace_id = ${workspaceId}
      and e.conversation_id = seen.id and e.seq > seen.seq and e.type = 'message.received')`);
  return new Set(rows.map(({ id }) => id));
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
    .leftJoin(
      deliveries,
      and(eq(deliveries.workspaceId, messages.workspaceId), eq(deliveries.messageId, messages.id)),
    )
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        eq(events.conversationId, conversation.id),
        gt(events.seq, seenSeq),
        inArray(events.type, [...types]),
        sql`${events.actorMemberId} is distinct from ${actor.memberId}`,
        // An approved reply is told as what its approver did, and is its writer's all the same.
        sql`${messages.authorId} is distinct from ${actor.memberId}`,
        sql`${deliveries.detail} is distinct from ${CALLED_BACK}`,
        // What nobody typed answers nothing that somebody is about to answer.
        isNull(messages.automatic),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(MOST_SHOWN);
  return found.map((message) => ({ ...message, at: isoInstant(message.at) }));
}
