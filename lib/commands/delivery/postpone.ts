import 'server-only';
import type { SQL } from 'drizzle-orm';
import { and, eq, sql } from 'drizzle-orm';
import { deliveries } from '@/db/schema/deliveries';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import type { CommandContext } from '../command';
import type { Delivery } from './delivery-for';
import { inMs } from './move';

type Context = CommandContext<null>;

/** Looks again after `forMs`, unless what it waits for wakes it before. What people read stays as it is. */
export async function lookAgainIn(
  context: Context,
  delivery: Delivery,
  forMs: number,
): Promise<void> {
  await setTimes(context, delivery, { dueAt: inMs(forMs) });
}

/**
 * Plans a message for which the budget has no room before `until`: so many windows later as it takes
 * to send those that wait already. Says so to those who look at it.
 */
export async function plan(
  context: Context,
  delivery: Delivery,
  { until, purpose }: { until: Date; purpose: 'send' | 'post' },
  { windowMs }: DeliveryPolicy,
): Promise<EventDraft[]> {
  const { conversationId, channelId, messageId } = delivery;
  const windows = Math.floor(await shareOfWaiting(context, delivery, { until, windowMs, purpose }));
  const at = sql`${new Date(until.getTime() + windows * windowMs).toISOString()}::timestamptz`;
  await setTimes(context, delivery, { dueAt: at, notBefore: at });
  return [
    {
      type: 'delivery.changed',
      conversationId,
      channelId,
      messageId,
      data: { from: 'queued', to: 'queued', planned: true },
    },
  ];
}

/** How many windows the messages fill that wait for the same budget. Called under the budget's lock. */
async function shareOfWaiting(
  { tx, workspaceId }: Context,
  { channelId, messageId }: Delivery,
  { until, windowMs, purpose }: { until: Date; windowMs: number; purpose: 'send' | 'post' },
): Promise<number> {
  const { rows } = await tx.execute<{ share: number }>(sql`
    select count(*)::float8 / greatest((
      select window_limit from channel_budgets budget where budget.workspace_id = ${workspaceId}
        and budget.channel_id = ${channelId} and budget.purpose = ${purpose}), 1) as share
    from deliveries waiting
    join messages held on held.workspace_id = waiting.workspace_id and held.id = waiting.message_id
      and (held.post is not null) = ${purpose === 'post'}
    where waiting.workspace_id = ${workspaceId} and waiting.channel_id = ${channelId}
      and waiting.state = 'queued' and waiting.message_id <> ${messageId}
      and waiting.not_before > ${until.toISOString()}::timestamptz - ${windowMs / 2} * interval '1 millisecond'`);
  return rows[0]?.share ?? 0;
}

async function setTimes(
  { tx, workspaceId }: Context,
  { messageId }: Delivery,
  times: { dueAt: SQL; notBefore?: SQL },
): Promise<void> {
  await tx
    .update(deliveries)
    .set(times)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.messageId, messageId),
        eq(deliveries.state, 'queued'),
      ),
    );
}
