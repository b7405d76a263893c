import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inboundDeliveries } from '@/db/schema/inbound';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';

/**
 * Has a quarantined webhook body read once more from the beginning, for instance after an update.
 * What it brought before counts as repeated. The fence shows a workspace only what concerns it.
 */
export const redriveInbound = command({
  permission: 'inbound.inspect',
  input: z.strictObject({ inboundId: z.uuid() }),
  async run({ tx }, { inboundId }) {
    const redriven = await tx
      .update(inboundDeliveries)
      .set({ state: 'pending', tries: 0, dueAt: sql`now()` })
      .where(and(eq(inboundDeliveries.id, inboundId), eq(inboundDeliveries.state, 'quarantined')))
      .returning({ id: inboundDeliveries.id });
    if (redriven.length === 0) {
      throw new Refusal('not_found', 'There is no such quarantined delivery here.');
    }
    return { value: { inboundId }, events: [], nudges: ['inbound'] };
  },
});
