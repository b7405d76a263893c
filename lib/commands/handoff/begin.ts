import 'server-only';
import { and, eq, min, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { messages } from '@/db/schema/conversations';
import { handoffs } from '@/db/schema/handoffs';
import { Denial } from '@/lib/domain/permissions/denial';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import { Refusal } from '@/lib/domain/refusal';
import { privateWayOf } from '@/lib/private-way';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import { namesIn } from '../conversation/names-in';

/** Refuses unless this very way into private is open, with the decision where nothing is. */
export async function requireWay(
  context: CommandContext,
  conversation: Conversation,
  wanted: 'write' | 'invite',
): Promise<{ privateId: string | null; postId: string | null }> {
  const found = await privateWayOf(context.tx, context.workspaceId, conversation.id);
  if (!found) throw new Refusal('conflict', 'This conversation is private already.');
  const { way } = found;
  if (way.kind === wanted) return found;
  if (way.kind === 'none') {
    const sentence = sentenceOf(way.decision.reason, await namesIn(context, conversation));
    const { id: conversationId, channelId } = conversation;
    const { decision } = way;
    throw new Denial(sentence, { conversationId, channelId, purpose: 'outreach', decision });
  }
  const sentence =
    way.kind === 'write'
      ? 'You can write to them in private: no invitation is needed.'
      : 'They have to write first: invite them.';
  throw new Refusal('conflict', sentence);
}

type Begun = {
  how: 'invited' | 'written';
  messageId: string | null;
  /** Known at once where there is a private conversation to write in. */
  privateId: string | null;
};

/**
 * Remembers that it was taken into private: once for a public conversation, unless the invitation never
 * left, or they can be written to by now.
 */
export async function beginHandoff(
  { tx, workspaceId, actor }: CommandContext,
  { id: publicId, channelId, identityId }: Conversation,
  { how, messageId, privateId }: Begun,
): Promise<void> {
  const [first] = await tx
    .select({ at: min(messages.at) })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.conversationId, publicId),
        eq(messages.kind, 'inbound'),
      ),
    );
  const begun = await tx
    .insert(handoffs)
    .values({
      workspaceId,
      id: uuid(),
      channelId,
      identityId,
      publicId,
      privateId,
      how,
      byId: actor.memberId,
      messageId,
      startedAt: first?.at ?? sql`now()`,
      arrivedAt: privateId === null ? null : sql`now()`,
    })
    .onConflictDoUpdate({
      target: [handoffs.workspaceId, handoffs.publicId],
      set: {
        how,
        byId: actor.memberId,
        messageId,
        privateId,
        invitedAt: sql`now()`,
        arrivedAt: sql`excluded.arrived_at`,
      },
      setWhere: sql`${handoffs.privateId} is null and (${how} = 'written' or exists (
        select from deliveries invitation where invitation.workspace_id = ${workspaceId}
          and invitation.message_id = ${handoffs.messageId}
          and invitation.state in ('cancelled', 'failed')))`,
    })
    .returning({ id: handoffs.id });
  if (begun.length === 0) throw new Refusal('conflict', 'This was taken private already.');
}
