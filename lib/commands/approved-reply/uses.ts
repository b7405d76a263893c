import 'server-only';
import type { SQL } from 'drizzle-orm';
import { and, asc, eq, sql } from 'drizzle-orm';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import { replyUses } from '@/db/schema/reply-uses';
import type { VersionState } from '@/lib/domain/replies/state';
import { stateNow } from '@/lib/reply-state';
import type { CommandContext } from '../command';

/** An approved reply in somebody's unsent reply, with its version as it stands now. */
export type Use = Awaited<ReturnType<typeof usesWhere>>[number];

/** For so long after it left a draft a reply is known again in what is written in its conversation. */
const KNOWN_FOR = sql`interval '24 hours'`;

/** The replies that stand in the asker's unsent reply. */
export function usesInDraft(context: CommandContext, conversationId: string) {
  return usesWhere(
    context,
    and(eq(replyUses.conversationId, conversationId), inOwnDraft(context.actor.memberId)),
  );
}

/** Those of a reply that waits for an approval. */
export function usesInApproval(context: CommandContext, approvalId: string) {
  return usesWhere(
    context,
    and(eq(replyUses.approvalId, approvalId), eq(replyUses.state, 'asked')),
  );
}

/**
 * All others of this conversation: in a colleague's draft, waiting for an approval, sent or taken out lately. Their words may
 * come in by another way. `beside`: the approval whose own uses are not among them; `also` are, however long ago.
 */
export function usesAround(
  context: CommandContext,
  conversationId: string,
  { beside = null, also = [] }: { beside?: string | null; also?: readonly string[] } = {},
) {
  const mine =
    beside === null ? inOwnDraft(context.actor.memberId) : eq(replyUses.approvalId, beside);
  const lately = sql`${replyUses.leftAt} is null or ${replyUses.leftAt} > now() - ${KNOWN_FOR}`;
  return usesWhere(
    context,
    and(
      eq(replyUses.conversationId, conversationId),
      sql`(${mine}) is not true`,
      sql`(${lately} or ${replyUses.id} = any(${`{${also.join(',')}}`}::uuid[]))`,
    ),
  );
}

function inOwnDraft(memberId: string): SQL | undefined {
  return and(eq(replyUses.memberId, memberId), eq(replyUses.state, 'inserted'));
}

/** In their order. The versions are held as they are to the end of the transaction: a recall waits, or came before and is seen. */
async function usesWhere({ tx, workspaceId }: CommandContext, where: SQL | undefined) {
  return await tx
    .select({
      id: replyUses.id,
      segments: replyUses.segments,
      fileIds: replyUses.fileIds,
      versionId: replyVersions.id,
      state: sql<VersionState>`${sql.raw(stateNow('reply_versions'))}`,
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
