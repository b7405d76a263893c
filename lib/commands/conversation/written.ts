import 'server-only';
import type { SQL } from 'drizzle-orm';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { messages } from '@/db/schema/conversations';
import type { Attachment } from '@/lib/domain/conversation/conversation';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { PublicPost } from '@/lib/domain/conversation/post';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';

export type Written = { messageId: string; at: string };
type Draft = {
  kind: 'outbound' | 'note';
  clientKey: string;
  body: string;
  attachments: readonly Attachment[];
  /** Of a public reply: the post that it answers. */
  post?: PublicPost | null;
};

/** The message that this person already wrote here under this key: sending twice is sending once. */
export async function findWritten(
  { tx, workspaceId, actor }: CommandContext,
  conversation: Conversation,
  { kind, clientKey }: Pick<Draft, 'kind' | 'clientKey'>,
): Promise<Written | undefined> {
  const [written] = await tx
    .select({
      id: messages.id,
      at: messages.at,
      kind: messages.kind,
      conversationId: messages.conversationId,
    })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.authorId, actor.memberId),
        eq(messages.clientKey, clientKey),
      ),
    );
  if (!written) return undefined;
  if (written.kind !== kind || written.conversationId !== conversation.id) throw keyTaken();
  return { messageId: written.id, at: isoInstant(written.at) };
}

/** Adds a message of ours after everything that the conversation shows, by the database's clock. */
export async function write(
  { tx, workspaceId, actor }: CommandContext,
  conversation: Conversation,
  { kind, clientKey, body, attachments, post = null }: Draft,
): Promise<Written> {
  const [written] = await tx
    .insert(messages)
    .values({
      workspaceId,
      id: uuid(),
      conversationId: conversation.id,
      channelId: conversation.channelId,
      kind,
      authorId: actor.memberId,
      body,
      attachments: [...attachments],
      post,
      clientKey,
      at: afterAllShown(workspaceId, conversation.id),
    })
    .onConflictDoNothing()
    .returning({ id: messages.id, at: messages.at });
  // The conversation is locked: only the same key in another conversation can have come first.
  if (!written) throw keyTaken();
  return { messageId: written.id, at: isoInstant(written.at) };
}

/** Now, by the database's clock, and after everything that a conversation shows. */
export function afterAllShown(workspaceId: string, conversationId: string): SQL {
  return sql`greatest(clock_timestamp(), (
    select max(shown.at) + interval '1 microsecond' from messages shown
    where shown.workspace_id = ${workspaceId} and shown.conversation_id = ${conversationId}))`;
}

function keyTaken(): Refusal {
  return new Refusal('conflict', 'This was already sent elsewhere. Write it anew.');
}
