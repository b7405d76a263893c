import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { replyApprovals, replyUses } from '@/db/schema/reply-uses';
import { members } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import { conversationFor } from '../conversation/conversation-for';
import { putInDraft } from '../draft/put';

export type Approval = typeof replyApprovals.$inferSelect;

/** A reply that waits for an approval, locked after its conversation. Refuses one that was decided, and another workspace's. */
export async function approvalFor(
  context: CommandContext<Actor | null>,
  approvalId: string,
): Promise<{ approval: Approval; conversation: Conversation }> {
  const found = await findApproval(context, approvalId);
  if (!found) throw new Refusal('not_found', 'There is no such reply here.');
  const { state } = found.approval;
  if (state !== 'waiting') throw new Refusal('conflict', decided[state], { state });
  return found;
}

/** The same for the worker, which may come upon one that was decided. */
export async function findApproval(
  context: CommandContext<Actor | null>,
  approvalId: string,
): Promise<{ approval: Approval; conversation: Conversation } | undefined> {
  const { tx, workspaceId } = context;
  const here = and(eq(replyApprovals.workspaceId, workspaceId), eq(replyApprovals.id, approvalId));
  const [known] = await tx
    .select({ conversationId: replyApprovals.conversationId })
    .from(replyApprovals)
    .where(here);
  if (!known) return undefined;
  const conversation = await conversationFor(context, known.conversationId);
  const [approval] = await tx.select().from(replyApprovals).where(here).for('update');
  return approval && { approval, conversation };
}

const decided = {
  approved: 'This reply was approved already.',
  returned: 'This reply went back to its writer already.',
  withdrawn: 'Its writer took this reply back.',
} as const;

/** Writes what became of it; the writer is told by the event. */
export async function settleApproval(
  { tx, workspaceId, actor }: CommandContext<Actor | null>,
  { id, conversationId, authorId }: Approval,
  to: { state: 'approved' | 'returned' | 'withdrawn'; comment?: string; messageId?: string },
): Promise<EventDraft> {
  await tx
    .update(replyApprovals)
    .set({ ...to, decidedBy: actor?.memberId ?? null, decidedAt: sql`clock_timestamp()` })
    .where(and(eq(replyApprovals.workspaceId, workspaceId), eq(replyApprovals.id, id)));
  return {
    type: 'approval.decided',
    conversationId,
    memberId: authorId,
    data: { approvalId: id, to: to.state },
  };
}

/** Its words are its writer's draft again, with the approved replies in it. */
export async function backToDraft(
  { tx, workspaceId }: CommandContext<Actor | null>,
  { id, conversationId, authorId, body }: Approval,
): Promise<{ body: string; revision: number }> {
  await tx
    .update(replyUses)
    .set({ state: 'inserted', approvalId: null })
    .where(and(eq(replyUses.workspaceId, workspaceId), eq(replyUses.approvalId, id)));
  const drafting = { tx, workspaceId, actor: { memberId: authorId } };
  return await putInDraft(drafting, { conversationId, mode: 'reply', body });
}

/** Its writer, to say in their name what somebody let go; refuses when they are not here any more or answer nobody. */
export async function writerOf(
  { tx, workspaceId, actor }: CommandContext,
  authorId: string,
): Promise<Actor> {
  const [member] = await tx
    .select({ roles: members.roles, removedAt: members.removedAt })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, authorId)));
  if (!member || member.removedAt !== null) {
    throw new Refusal('conflict', 'Its writer is not in this workspace any more. Give it back.');
  }
  if (!can(member, 'conversation.reply')) {
    throw new Refusal(
      'conflict',
      'Its writer may not answer customers any more. Give it back; a lead can take over the draft and send it.',
    );
  }
  return { ...actor, memberId: authorId, roles: member.roles };
}
