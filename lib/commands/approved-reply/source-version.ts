import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { approvedReplies } from '@/db/schema/replies';
import { replyVersions } from '@/db/schema/replies';
import type { CommandContext } from '../command';

/** The version that a translation written now says: the published one of the source language, else the newest. */
export async function sourceVersionOf(
  { tx, workspaceId }: CommandContext,
  { id, sourceLanguage }: typeof approvedReplies.$inferSelect,
): Promise<string | null> {
  const [source] = await tx
    .select({ id: replyVersions.id })
    .from(replyVersions)
    .where(
      and(
        eq(replyVersions.workspaceId, workspaceId),
        eq(replyVersions.replyId, id),
        eq(replyVersions.language, sourceLanguage),
      ),
    )
    .orderBy(sql`${replyVersions.state} <> 'published'`, desc(replyVersions.number))
    .limit(1);
  return source?.id ?? null;
}
