import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { requireOpenChannel } from '../conversation/channel-open';
import { decide } from './decided';

/** Sends a failed message again: one new attempt, or a refusal that says why there will be none. */
export const retryDelivery = command({
  permission: 'delivery.decide',
  input: z.strictObject({ messageId: z.uuid() }),
  run(context, { messageId }) {
    return decide(context, messageId, { kind: 'retried' }, ({ conversation }) =>
      requireOpenChannel(context, conversation),
    );
  },
});
