import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/lib/domain/refusal';
import { judgeWords } from '@/lib/domain/replies/judge';
import { command } from '../command';
import { requireOpenChannel } from '../conversation/channel-open';
import { permitted, say } from '../conversation/say';
import { approvalFor, settleApproval, writerOf } from './approval-for';
import { refuseRecalled } from './approved-words';
import { refuseRecalledByHand } from './by-hand';
import { usesAround, usesInApproval } from './uses';

/**
 * Lets one reply go that strayed from approved words, as its writer wrote it and in their name. Never one's own. Whether the
 * customer may be written to is asked now, and what was recalled meanwhile still never leaves.
 */
export const approveReply = command({
  permission: 'approval.decide',
  input: z.strictObject({ approvalId: z.uuid() }),
  async run(context, { approvalId }) {
    const { approval, conversation } = await approvalFor(context, approvalId);
    const { body, fileIds, clientKey, seenSeq, wordsOnly, authorId } = approval;
    if (authorId === context.actor.memberId) {
      throw new Refusal('forbidden', 'You wrote this reply. Somebody else has to approve it.');
    }
    const asWriter = { ...context, actor: await writerOf(context, authorId) };
    await requireOpenChannel(context, conversation);
    const allowed = await permitted(asWriter, conversation, { body, fileIds });
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
