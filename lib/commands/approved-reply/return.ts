import 'server-only';
import { z } from 'zod';
import { shortest } from '@/lib/domain/replies/reply';
import type { Outcome } from '../command';
import { asSystem, command } from '../command';
import { approvalFor, backToDraft, findApproval, settleApproval } from './approval-for';

/** Gives a reply back to its writer, with what is to be changed: it is their draft again. */
export const returnReply = command({
  permission: 'approval.decide',
  input: z.strictObject({
    approvalId: z.uuid(),
    comment: z
      .string()
      .trim()
      .min(1, 'Say what should be otherwise.')
      .max(shortest.comment, `At most ${shortest.comment} characters.`),
  }),
  async run(context, { approvalId, comment }) {
    const { approval } = await approvalFor(context, approvalId);
    const event = await settleApproval(context, approval, { state: 'returned', comment });
    await backToDraft(context, approval);
    return { value: null, events: [event] };
  },
});

/** The same by the worker, for one whose approved reply was recalled. False when it was decided meanwhile. */
export function returnRecalled(workspaceId: string, approvalId: string): Promise<boolean> {
  return asSystem(workspaceId, async (context): Promise<Outcome<boolean>> => {
    const found = await findApproval(context, approvalId);
    if (found?.approval.state !== 'waiting') return { value: false, events: [] };
    const { approval } = found;
    const comment = 'The approved reply in it was recalled. Write it anew without those words.';
    const event = await settleApproval(context, approval, { state: 'returned', comment });
    await backToDraft(context, approval);
    return { value: true, events: [event] };
  });
}
