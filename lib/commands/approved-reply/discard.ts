import 'server-only';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { afterStep } from '@/lib/domain/replies/state';
import { command } from '../command';
import { requireAuthorOrHeir } from './own-draft';
import { cannotGoOn, isVersion, versionEvent, versionFor } from './version-for';

/** A draft that nobody wants any more is gone, with what was said about it. */
export const discardVersion = command({
  permission: 'reply.write',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(context, { versionId }) {
    const { tx, workspaceId } = context;
    const held = await versionFor(context, versionId);
    const { version } = held;
    if (afterStep(version.state, 'discard') === null) throw cannotGoOn(version.state);
    await requireAuthorOrHeir(context, held);
    await tx.delete(replyVersions).where(isVersion(workspaceId, versionId));
    return { value: null, events: [versionEvent('reply.changed', version)] };
  },
});
