import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { Refusal } from '@/lib/domain/refusal';
import { shortest } from '@/lib/domain/replies/reply';
import { afterStep } from '@/lib/domain/replies/state';
import { command } from '../command';

/**
 * Takes a published version back, at once and for good: when this resolves nothing of it leaves any more. Whoever sends or
 * hands over a message holds its versions, so that it comes wholly before a recall or wholly after it. What waits to
 * leave is held back by the worker, which is woken with the commit; what had left is listed with the version.
 */
export const recallVersion = command({
  permission: 'reply.publish',
  input: z.strictObject({
    versionId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why: agents who have used it read this.')
      .max(shortest.reason, `At most ${shortest.reason} characters.`),
  }),
  async run({ tx, workspaceId, actor }, { versionId, reason }) {
    const here = and(eq(replyVersions.workspaceId, workspaceId), eq(replyVersions.id, versionId));
    const [version] = await tx
      .select({ state: replyVersions.state, replyId: replyVersions.replyId })
      .from(replyVersions)
      .where(here)
      .for('update');
    if (!version) throw new Refusal('not_found', 'There is no such version here.');
    if (afterStep(version.state, 'recall') === null) {
      const { state } = version;
      throw new Refusal('conflict', 'Only what is in use can be recalled.', { state });
    }
    await tx
      .update(replyVersions)
      .set({
        state: 'recalled',
        endedAt: sql`clock_timestamp()`,
        endedBy: actor.memberId,
        endReason: reason,
        // The worker holds back what waits to leave.
        dueAt: sql`clock_timestamp()`,
      })
      .where(here);
    const data = { replyId: version.replyId, versionId };
    return {
      value: null,
      events: [{ type: 'reply.recalled', data }],
      nudges: ['replies'],
    };
  },
});
