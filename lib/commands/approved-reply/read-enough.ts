import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { replyVersions } from '@/db/schema/replies';
import { replyReviews } from '@/db/schema/replies';
import type { Actor } from '@/lib/domain/access/can';
import { reviewersNeeded } from '@/lib/domain/replies/reply';
import type { CommandContext } from '../command';
import type { Held } from './version-for';

/** How many people approved exactly what a version says now. */
export async function approvalsOf(
  { tx, workspaceId }: CommandContext<Actor | null>,
  { id, bodyHash }: typeof replyVersions.$inferSelect,
): Promise<number> {
  if (bodyHash === null) return 0;
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(replyReviews)
    .where(
      and(
        eq(replyReviews.workspaceId, workspaceId),
        eq(replyReviews.versionId, id),
        eq(replyReviews.bodyHash, bodyHash),
        eq(replyReviews.decision, 'approved'),
      ),
    );
  return found?.count ?? 0;
}

/** Whether as many approved it as it takes to publish it. The risk that counts is the higher one: of then, and of now. */
export async function isReadEnough(
  context: CommandContext<Actor | null>,
  { reply, version }: Held,
): Promise<boolean> {
  const needed = Math.max(reviewersNeeded(reply.risk), reviewersNeeded(version.risk));
  return (await approvalsOf(context, version)) >= needed;
}
