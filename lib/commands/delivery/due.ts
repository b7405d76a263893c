import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';

/** Where a delivery is; the system role sees ids and states, never a message. */
export type DeliveryPlace = { workspaceId: string; messageId: string };

/** At most so many messages of one channel are under way together, so that a slow one starves no other. */
const MOST_PER_CHANNEL = 4;

/** Queued deliveries that may be due to leave, fair among channels. Which do is decided when one begins. */
export async function dueToLeave(limit: number): Promise<DeliveryPlace[]> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<DeliveryPlace>(sql`
        with due as (
          select delivery.workspace_id, delivery.channel_id, delivery.message_id, channel.status,
            row_number() over (
              partition by delivery.workspace_id, delivery.channel_id
              order by delivery.due_at, delivery.created_at, delivery.message_id) as place
          from deliveries delivery
          join channels channel
            on channel.workspace_id = delivery.workspace_id and channel.id = delivery.channel_id
          where delivery.state = 'queued' and delivery.due_at <= now()
            and channel.status <> 'reconnect'
        ), busy as (
          select workspace_id, channel_id, count(*) as under_way
          from deliveries where state = 'sending' group by workspace_id, channel_id
        )
        select due.workspace_id as "workspaceId", due.message_id as "messageId"
        from due left join busy using (workspace_id, channel_id)
        where due.place + coalesce(busy.under_way, 0) <=
          case when due.status = 'paused' then 1 else ${MOST_PER_CHANNEL}::int end
        order by due.place, due.message_id
        limit ${limit}`),
    'read',
  );
  return rows;
}

/** Deliveries whose attempt has not come back before its lease ended. */
export async function lostLeases(limit: number): Promise<DeliveryPlace[]> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<DeliveryPlace>(sql`
        select workspace_id as "workspaceId", message_id as "messageId" from deliveries
        where state = 'sending' and due_at <= now() and lease_until <= now()
        order by due_at limit ${limit}`),
    'read',
  );
  return rows;
}

/** Channels with deliveries whose outcome is unknown and that it is time to look for. */
export async function dueToLookFor(
  limit: number,
): Promise<{ workspaceId: string; channelId: string }[]> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<{ workspaceId: string; channelId: string }>(sql`
        select workspace_id as "workspaceId", channel_id as "channelId" from deliveries
        where state = 'unknown' and due_at <= now()
        group by workspace_id, channel_id order by min(due_at) limit ${limit}`),
    'read',
  );
  return rows;
}
