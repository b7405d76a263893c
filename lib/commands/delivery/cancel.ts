import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { decide } from './decided';

/** Withdraws a message that still waits to be sent. What is under way cannot be called back. */
export const cancelDelivery = command({
  permission: 'delivery.decide',
  input: z.strictObject({ messageId: z.uuid() }),
  run: (context, { messageId }) => decide(context, messageId, { kind: 'cancelled' }),
});
