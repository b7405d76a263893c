import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { events as recorded } from '@/db/schema/workspaces';
import { Refusal } from '@/lib/domain/refusal';
import { judgeWords } from '@/lib/domain/replies/judge';
import type { CommandContext } from '../command';
import { command } from '../command';
import { requireOpenChannel } from '../conversation/channel-open';
import { permitted, say } from '../conversation/say';
import { requireNothingUnseen } from '../conversation/unseen';
import type { Approval } from './approval-for';
import { approvalFor, settleApproval, writerOf } from './approval-for';
import { refuseRecalled } from './approved-words';
import { refuseRecalledByHand } from './by-hand';
import { usesAround, usesInApproval } from './uses';

const colleagueWasFaster =
  'Someone on your team wrote here after this reply was written. Read it before you let it go.';

/**
 * Lets one reply go that strayed from approved words, as its writer wrote it and in their name. Never one's own. Whether the
 * customer may be written to is asked now, and what was recalled meanwhile still never leaves. Refuses with `details.unseen`
 * when a colleague wrote what its writer has not seen.
 */
export const approveReply = command({
  permission: 'approval.decide',
  input: z.strictObject({ approvalId: z.uuid(), override: z.boolean().default(false) }),
  async run(context, { approvalId, override }) {
    const { approval, conversation } = await approvalFor(context, approvalId);
    const { body, fileIds, clientKey, seenSeq, wordsOnly, authorId } = approval;
    if (authorId === context.actor.memberId) {
      throw new Refusal('forbidden', 'You wrote this reply. Somebody else has to approve it.');
    }
    const asWriter = { ...context, actor: await writerOf(context, authorId) };
    await requireOpenChannel(context, conversation);
    const allowed = await permitted(asWriter, conversation, { body, fileIds });
    if (!override) {
      const seen = await seenByWriter(context, approval);
      await requireNothingUnseen(asWriter, conversation, seen, colleagueWasFaster);
    }
    const uses = await usesInApproval(context, approvalId);
    const beside = { beside: approvalId, also: approval.lateUseIds };
    const lately = await usesAround(context, conversation.id, beside);
    const judgement = judgeWords(body, fileIds, { uses, lately });
    refuseRecalled(judgement);
    await refuseRecalledByHand(context, body);
    const { messageId, heldMs, events } = await say(asWriter, conversation, {
      ...{ clientKey, fileIds, seenSeq, wordsOnly, ...allowed },
      words: { body, uses, judgement },
      wish: approval.wish ?? undefined,
    });
    const event = await settleApproval(context, approval, { state: 'approved', messageId });
    return { value: { messageId, heldMs }, events: [event, ...events], nudges: ['delivery'] };
  },
});

/** What was there as they asked they had seen, or were shown and asked all the same. */
async function seenByWriter(
  { tx, workspaceId }: CommandContext,
  { id, conversationId, seenSeq }: Approval,
): Promise<number> {
  const [asked] = await tx
    .select({ seq: recorded.seq })
    .from(recorded)
    .where(
      and(
        eq(recorded.workspaceId, workspaceId),
        eq(recorded.conversationId, conversationId),
        eq(recorded.type, 'approval.asked'),
        sql`${recorded.data} ->> 'approvalId' = ${id}`,
      ),
    )
    .orderBy(desc(recorded.seq))
    .limit(1);
  return Math.max(seenSeq, asked?.seq ?? 0);
}
