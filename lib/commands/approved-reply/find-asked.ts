import 'server-only';
import { and, eq } from 'drizzle-orm';
import { replyApprovals } from '@/db/schema/reply-uses';
import type { CommandContext } from '../command';

/** The approval that the actor already asked for under this key, while it waits. */
export async function findAsked(
  { tx, workspaceId, actor }: CommandContext,
  clientKey: string,
): Promise<string | undefined> {
  const [asked] = await tx
    .select({ id: replyApprovals.id })
    .from(replyApprovals)
    .where(
      and(
        eq(replyApprovals.workspaceId, workspaceId),
        eq(replyApprovals.authorId, actor.memberId),
        eq(replyApprovals.clientKey, clientKey),
        eq(replyApprovals.state, 'waiting'),
      ),
    );
  return asked?.id;
}
