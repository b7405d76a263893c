import 'server-only';
import { z } from 'zod';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { requireOpenChannel } from '../conversation/channel-open';
import { decide } from './decided';

/** Sends a failed message again: one new attempt, or a refusal that says why there will be none. */
export const retryDelivery = command({
  permission: 'delivery.decide',
  input: z.strictObject({ messageId: z.uuid() }),
  run(context, { messageId }) {
    return decide(context, messageId, { kind: 'retried' }, ({ conversation, delivery }) => {
      if (delivery.purpose === 'offer') {
        throw new Refusal(
          'conflict',
          'An offer is not sent again from here: its marketer decides.',
        );
      }
      return requireOpenChannel(context, conversation);
    });
  },
});
