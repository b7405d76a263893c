import 'server-only';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { shortest } from '@/lib/domain/replies/reply';
import { command } from '../command';
import { isVersion, requireStep, versionEvent, versionFor } from './version-for';

/**
 * Takes a published version back, at once and for good: when this resolves nothing of it is taken out of a queue any more.
 * Whoever sends or hands over a message holds its versions, so that it comes wholly before a recall or wholly after it, and
 * the network is called only after one more look. What waits to leave is held back by the worker, which is woken with the
 * commit; what had left, or was in the network's hands in that moment, is listed with the version.
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
  async run(context, { versionId, reason }) {
    const { tx, workspaceId, actor } = context;
    const { version, now } = await versionFor(context, versionId);
    const state = requireStep(version, 'recall');
    await tx
      .update(replyVersions)
      // The worker holds back what waits to leave.
      .set({ state, endedAt: now, endedBy: actor.memberId, endReason: reason, dueAt: now })
      .where(isVersion(workspaceId, versionId));
    return {
      value: null,
      events: [versionEvent('reply.recalled', version)],
      nudges: ['replies'],
    };
  },
});
