import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { command } from '../command';
import { hashOf } from './body-hash';
import { requireAuthor, requireRevision } from './own-draft';
import { requireReadable } from './readable';
import { isVersion, requireInUse, requireStep, versionEvent, versionFor } from './version-for';

/** Hands a draft to its reviewers. From here on it says what it says: they approve exactly that. */
export const submitVersion = command({
  permission: 'reply.write',
  input: z.strictObject({ versionId: z.uuid(), revision: z.int() }),
  async run(context, { versionId, revision }) {
    const { tx, workspaceId } = context;
    const held = await versionFor(context, versionId);
    const { reply, version } = held;
    const state = requireStep(version, 'submit');
    requireAuthor(context, held);
    requireRevision(held, revision);
    requireInUse(reply);
    await requireReadable(context, held);
    const { risk } = reply;
    await tx
      .update(replyVersions)
      .set({ state, risk, bodyHash: hashOf({ ...version, risk }), submittedAt: sql`now()` })
      .where(isVersion(workspaceId, versionId));
    const submitted = versionEvent('reply.submitted', version);
    return { value: null, events: [{ ...submitted, memberId: version.authorId }] };
  },
});
