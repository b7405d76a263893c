import 'server-only';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { cannotGoOn, isVersion, versionEvent, versionFor } from './version-for';

/** An approved version that waits for its time waits no more; it stays approved. */
export const unscheduleVersion = command({
  permission: 'reply.publish',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(context, { versionId }) {
    const { tx, workspaceId } = context;
    const { version } = await versionFor(context, versionId);
    if (version.state !== 'approved') throw cannotGoOn(version.state);
    if (!version.scheduled) throw new Refusal('conflict', 'This version is not scheduled.');
    await tx
      .update(replyVersions)
      .set({ scheduled: false, publishedBy: null, dueAt: null })
      .where(isVersion(workspaceId, versionId));
    return { value: null, events: [versionEvent('reply.changed', version)] };
  },
});
