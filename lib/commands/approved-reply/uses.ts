import 'server-only';
import type { SQL } from 'drizzle-orm';
import { and, asc, eq, sql } from 'drizzle-orm';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import { replyUses } from '@/db/schema/reply-uses';
import type { CommandContext } from '../command';

/** An approved reply in somebody's unsent reply, with its version as it stands now. */
export type Use = Awaited<ReturnType<typeof usesWhere>>[number];

/** For so long a reply that stood in a conversation is known again in what is written there. */
const KNOWN_FOR = sql`interval '24 hours'`;

/** The replies that stand in the asker's unsent reply. */
export function usesInDraft(context: CommandContext, conversationId: string) {
  return usesWhere(
    context,
    and(
      eq(replyUses.conversationId, conversationId),
      eq(replyUses.memberId, context.actor.memberId),
      eq(replyUses.state, 'inserted'),
    ),
  );
}

/** Those of a reply that waits for an approval. */
export function usesInApproval(context: CommandContext, approvalId: string) {
  return usesWhere(
    context,
    and(eq(replyUses.approvalId, approvalId), eq(replyUses.state, 'asked')),
  );
}

/** Those that stood in this conversation lately and were sent or taken out: their words may come back by another way. */
export function usesLately(context: CommandContext, conversationId: string) {
  return usesWhere(
    context,
    and(
      eq(replyUses.conversationId, conversationId),
      sql`${replyUses.state} in ('removed', 'sent')`,
      sql`${replyUses.insertedAt} > now() - ${KNOWN_FOR}`,
    ),
  );
}

/** In their order. The versions are held as they are to the end of the transaction: a recall waits, or came before and is seen. */
async function usesWhere({ tx, workspaceId }: CommandContext, where: SQL | undefined) {
  return await tx
    .select({
      id: replyUses.id,
      useState: replyUses.state,
      segments: replyUses.segments,
      fileIds: replyUses.fileIds,
      versionId: replyVersions.id,
      state: replyVersions.state,
      allowance: replyVersions.allowance,
      actions: replyVersions.actions,
      title: approvedReplies.title,
    })
    .from(replyUses)
    .innerJoin(
      replyVersions,
      and(
        eq(replyVersions.workspaceId, replyUses.workspaceId),
        eq(replyVersions.id, replyUses.versionId),
      ),
    )
    .innerJoin(
      approvedReplies,
      and(
        eq(approvedReplies.workspaceId, replyVersions.workspaceId),
        eq(approvedReplies.id, replyVersions.replyId),
      ),
    )
    .where(and(eq(replyUses.workspaceId, workspaceId), where))
    .orderBy(asc(replyUses.insertedAt), asc(replyUses.id))
    .for('share', { of: replyVersions });
}
