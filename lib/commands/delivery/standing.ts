import 'server-only';
import { sql } from 'drizzle-orm';
import type { channelStatuses } from '@/db/schema/channels';
import type { PublicPost } from '@/lib/domain/conversation/post';
import type { Earlier } from '@/lib/domain/delivery/departure';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { CommandContext } from '../command';
import type { Delivery } from './delivery-for';

/** A file of a message that is to leave. `mediaId` is the network's own, `ready` when it may be sent. */
export type FileAlong = {
  id: string;
  kind: 'image' | 'gif' | 'video' | 'document';
  mimeType: string;
  mediaId: string | null;
  ready: boolean;
  tries: number;
};

/** What decides whether a queued message may leave, and what it takes along. */
export type DeliveryStanding = {
  /** Epoch milliseconds by the database's clock. */
  now: number;
  due: boolean;
  channelStatus: (typeof channelStatuses)[number];
  network: string;
  channelBusy: boolean;
  recipientExternalId: string;
  text: string;
  /** Of what is said in public; null for a private message. */
  post: PublicPost | null;
  /** The account that says it, by the network's id of it. */
  channelExternalId: string;
  /** What goes along with it, in its order. */
  files: FileAlong[];
  /** The id that an attempt learned although it came too late to say so. */
  knownAs: string | null;
  lastReason: DeliveryReason | null;
  earlier: Earlier[];
};

/** Reads it for a locked delivery; undefined when its channel or person is gone. */
export async function standingFor(
  { tx, workspaceId }: CommandContext<null>,
  { messageId, channelId, conversationId }: Delivery,
): Promise<DeliveryStanding | undefined> {
  const { rows } = await tx.execute<DeliveryStanding>(sql`
    select extract(epoch from clock_timestamp())::float8 * 1000 as now,
      coalesce(delivery.due_at <= clock_timestamp(), false) as due,
      channel.status as "channelStatus", channel.network,
      exists (select from deliveries other where other.workspace_id = delivery.workspace_id
        and other.channel_id = delivery.channel_id and other.state = 'sending') as "channelBusy",
      person.external_id as "recipientExternalId", message.body as text, message.post,
      channel.external_id as "channelExternalId",
      (select attempt.external_id from attempts attempt
        where attempt.workspace_id = delivery.workspace_id and attempt.message_id = delivery.message_id
          and attempt.external_id is not null order by attempt.no limit 1) as "knownAs",
      (select attempt.reason from attempts attempt
        where attempt.workspace_id = delivery.workspace_id and attempt.message_id = delivery.message_id
        order by attempt.no desc limit 1) as "lastReason",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', along.id, 'kind', along.kind, 'mimeType', along.mime_type,
          'mediaId', case when along.network_media_until > clock_timestamp() then along.network_media_id end,
          'ready', coalesce(along.network_media_state = 'ready'
            and along.network_media_until > clock_timestamp(), false),
          'tries', along.hand_over_tries) order by along.id)
        from files along where along.workspace_id = delivery.workspace_id
          and along.message_id = delivery.message_id
      ), '[]') as files,
      coalesce((
        select jsonb_agg(jsonb_build_object('messageId', ahead.message_id, 'state', ahead.state,
          'doubtAt', extract(epoch from coalesce(attempt.ended_at, attempt.started_at)) * 1000) order by before.at, before.id)
        from deliveries ahead
        join messages before on before.workspace_id = ahead.workspace_id and before.id = ahead.message_id
        left join attempts attempt on attempt.workspace_id = ahead.workspace_id and attempt.id = ahead.attempt_id
        where ahead.workspace_id = ${workspaceId} and ahead.conversation_id = ${conversationId}
          and ahead.message_id <> delivery.message_id
          -- Nobody who is answered waits behind an offer.
          and not (ahead.purpose = 'offer' and ahead.state = 'queued' and delivery.purpose <> 'offer')
          and (ahead.state = 'sending'
            or (ahead.state in ('queued', 'unknown') and (before.at, before.id) < (message.at, message.id)))
      ), '[]') as earlier
    from deliveries delivery
    join messages message on message.workspace_id = delivery.workspace_id and message.id = delivery.message_id
    join channels channel on channel.workspace_id = delivery.workspace_id and channel.id = ${channelId}
    join conversations thread on thread.workspace_id = delivery.workspace_id and thread.id = ${conversationId}
    join identities person on person.workspace_id = delivery.workspace_id and person.id = thread.identity_id
    where delivery.workspace_id = ${workspaceId} and delivery.message_id = ${messageId}`);
  return rows[0];
}
