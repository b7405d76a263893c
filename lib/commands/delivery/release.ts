import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { deliveries } from '@/db/schema/deliveries';
import { whyNot } from '@/lib/domain/delivery/why-not';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { decidedEvent } from './decided';
import { deliveryFor } from './delivery-for';

/** Lets a queued message leave without waiting any longer for an earlier one of its conversation. */
export const releaseDelivery = command({
  permission: 'delivery.decide',
  input: z.strictObject({ messageId: z.uuid() }),
  async run(context, { messageId }) {
    const { delivery } = await deliveryFor(context, messageId);
    const value = { messageId, state: delivery.state };
    if (delivery.state !== 'queued') {
      throw new Refusal('conflict', whyNot.not_queued, { state: delivery.state });
    }
    if (delivery.released) return { value, events: [] };
    await context.tx
      .update(deliveries)
      .set({
        released: true,
        dueAt: sql`greatest(${deliveries.notBefore}, clock_timestamp())`,
        updatedAt: sql`clock_timestamp()`,
      })
      .where(
        and(eq(deliveries.workspaceId, context.workspaceId), eq(deliveries.messageId, messageId)),
      );
    return { value, events: [decidedEvent(delivery, 'release')], nudges: ['delivery'] };
  },
});
