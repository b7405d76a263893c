import 'server-only';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { replyReviews, replyVersions } from '@/db/schema/replies';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import { reviewersNeeded, shortest } from '@/lib/domain/replies/reply';
import type { VersionState } from '@/lib/domain/replies/state';
import { command } from '../command';
import { heldApart } from './held-apart';
import { approvalsOf } from './read-enough';
import { words } from './values';
import { isVersion, requireStep, versionEvent, versionFor } from './version-for';

/** A reviewer decides about exactly the words that they read. Two have to, where the risk is high. */
export const decideOnVersion = command({
  permission: 'reply.review',
  input: z.strictObject({
    versionId: z.uuid(),
    bodyHash: z.string().max(100),
    decision: z.enum(['approved', 'changes_requested']),
    comment: words(shortest.comment).default(''),
  }),
  async run(context, { versionId, bodyHash, decision, comment }) {
    const { tx, workspaceId, actor } = context;
    const { version } = await versionFor(context, versionId);
    const to = requireStep(version, decision === 'approved' ? 'approve' : 'request_changes');
    if (version.authorId === actor.memberId) {
      throw new Refusal('forbidden', 'You wrote this version. Somebody else has to review it.');
    }
    if (version.bodyHash !== bodyHash) {
      throw new Refusal('conflict', 'These are other words than those you read. Read them first.', {
        bodyHash: version.bodyHash,
      });
    }
    if (decision === 'changes_requested' && comment === '') {
      throw refusedField('comment', 'Say what should be changed.');
    }
    const { authorId } = version;
    await heldApart(() =>
      tx.insert(replyReviews).values({
        ...{ workspaceId, id: uuid(), versionId, authorId, memberId: actor.memberId },
        ...{ decision, bodyHash, comment },
      }),
    );
    const isLast =
      decision === 'changes_requested' ||
      (await approvalsOf(context, version)) >= reviewersNeeded(version.risk);
    const state: VersionState = isLast ? to : version.state;
    await tx
      .update(replyVersions)
      .set({ state, ...(state === 'approved' && { approvedAt: sql`now()` }) })
      .where(isVersion(workspaceId, versionId));
    const decided = versionEvent('reply.decided', version, { decision });
    return { value: { state }, events: [{ ...decided, memberId: authorId }] };
  },
});
