import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { replyComments } from '@/db/schema/replies';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { versionEvent, versionFor } from './version-for';

/** A comment is settled, or not after all. */
export const resolveComment = command({
  permission: 'reply.review',
  input: z.strictObject({ commentId: z.uuid(), resolved: z.boolean() }),
  async run(context, { commentId, resolved }) {
    const { tx, workspaceId, actor } = context;
    const here = and(eq(replyComments.workspaceId, workspaceId), eq(replyComments.id, commentId));
    const [comment] = await tx
      .select({ versionId: replyComments.versionId })
      .from(replyComments)
      .where(here);
    if (!comment) throw new Refusal('not_found', 'There is no such comment here.');
    const { version } = await versionFor(context, comment.versionId);
    await tx
      .update(replyComments)
      .set({
        resolvedAt: resolved ? sql`now()` : null,
        resolvedBy: resolved ? actor.memberId : null,
      })
      .where(here);
    return { value: null, events: [versionEvent('reply.changed', version)] };
  },
});
