import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { approvalFor, backToDraft, settleApproval } from './approval-for';

/** Its writer takes a reply back that waits for an approval: it is a draft again. */
export const withdrawApproval = command({
  permission: 'conversation.reply',
  input: z.strictObject({ approvalId: z.uuid() }),
  async run(context, { approvalId }) {
    const { approval } = await approvalFor(context, approvalId);
    if (approval.authorId !== context.actor.memberId) {
      throw new Refusal('forbidden', 'Somebody else wrote this reply. Give it back to them.');
    }
    const event = await settleApproval(context, approval, { state: 'withdrawn' });
    const draft = await backToDraft(context, approval);
    return { value: { text: approval.body, ...draft }, events: [event] };
  },
});
