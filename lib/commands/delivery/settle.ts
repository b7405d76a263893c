import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { requireOpenChannel } from '../conversation/channel-open';
import { decide } from './decided';

/**
 * Answers the question that only a person can: a message of which nobody knows whether it arrived.
 * One that failed can be discarded too, so that it no longer asks for anybody.
 */
export const settleDelivery = command({
  permission: 'delivery.decide',
  input: z.strictObject({
    messageId: z.uuid(),
    decision: z.enum(['arrived', 'send_again', 'discard']),
  }),
  run(context, { messageId, decision }) {
    return decide(context, messageId, { kind: decision }, async ({ conversation }) => {
      if (decision === 'send_again') await requireOpenChannel(context, conversation);
    });
  },
});
