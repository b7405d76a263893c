import 'server-only';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { command } from '../command';
import { requireAuthorOrHeir } from './own-draft';
import { isVersion, requireStep, versionEvent, versionFor } from './version-for';

/** Takes a version back from its reviewers: it is a draft again, and what they approved is not any more once it changes. */
export const withdrawVersion = command({
  permission: 'reply.write',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(context, { versionId }) {
    const { tx, workspaceId } = context;
    const held = await versionFor(context, versionId);
    const { version } = held;
    const state = requireStep(version, 'withdraw');
    await requireAuthorOrHeir(context, held);
    await tx
      .update(replyVersions)
      .set({ state, bodyHash: null, submittedAt: null })
      .where(isVersion(workspaceId, versionId));
    return { value: null, events: [versionEvent('reply.changed', version)] };
  },
});
