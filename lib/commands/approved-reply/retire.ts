import 'server-only';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { command } from '../command';
import { isVersion, requireStep, versionEvent, versionFor } from './version-for';

/** Takes a published version out of use. What was sent of it, and what stands in drafts, was right when it was written. */
export const retireVersion = command({
  permission: 'reply.publish',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(context, { versionId }) {
    const { tx, workspaceId, actor } = context;
    const { version, now } = await versionFor(context, versionId);
    const state = requireStep(version, 'retire');
    await tx
      .update(replyVersions)
      .set({ state, endedAt: now, endedBy: actor.memberId, dueAt: null })
      .where(isVersion(workspaceId, versionId));
    return { value: null, events: [versionEvent('reply.ended', version, { to: state })] };
  },
});
