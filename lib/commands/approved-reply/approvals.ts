import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { replyVersions } from '@/db/schema/replies';
import { replyReviews } from '@/db/schema/replies';
import type { Actor } from '@/lib/domain/access/can';
import type { CommandContext } from '../command';

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
