import 'server-only';
import { and, eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { isReply, replyFor } from './version-for';

/** Out of the library's sight, or back. What agents use, or will use, has to end first. */
export const archiveReply = command({
  permission: 'reply.write',
  input: z.strictObject({ replyId: z.uuid(), archived: z.boolean() }),
  async run(context, { replyId, archived }) {
    const { tx, workspaceId } = context;
    const reply = await replyFor(context, replyId);
    if ((reply.archivedAt !== null) === archived) return { value: null, events: [] };
    if (archived) {
      const [used] = await tx
        .select({ scheduled: replyVersions.scheduled })
        .from(replyVersions)
        .where(
          and(
            eq(replyVersions.workspaceId, workspaceId),
            eq(replyVersions.replyId, replyId),
            or(eq(replyVersions.state, 'published'), replyVersions.scheduled),
          ),
        )
        .orderBy(replyVersions.scheduled)
        .limit(1);
      if (used) throw new Refusal('conflict', used.scheduled ? isScheduled : isPublished);
    }
    await tx
      .update(approvedReplies)
      .set({ archivedAt: archived ? sql`now()` : null, version: reply.version + 1 })
      .where(isReply(workspaceId, replyId));
    return { value: null, events: [{ type: 'reply.changed', data: { replyId } }] };
  },
});

const isPublished = 'A version of this reply is published. Retire it first.';
const isScheduled = 'A version of this reply is scheduled. Unschedule it first.';
