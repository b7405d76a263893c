import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { channelStatuses } from '@/db/schema/channels';
import { deliveries } from '@/db/schema/deliveries';
import type { Search } from '@/lib/domain/delivery/absence';
import type { Sought } from '@/lib/domain/delivery/match';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import { asSystem } from '../command';
import { inMs } from './move';

/** An unknown delivery that is being looked for. */
export type Unknown = Sought &
  Search & {
    conversationId: string;
    /** The attempt whose outcome is unknown: what the search finds is about this one only. */
    attemptId: string;
    /** When it became known that the outcome is unknown. */
    doubtAt: number;
    /** Said in public: it is looked for among the account's posts. */
    isPublic: boolean;
    /** Its time to be looked for has come; the others ride along. */
    due: boolean;
    /** The id that a late answer of an attempt brought. */
    knownAs: string | null;
  };

export type ChannelSearch = {
  workspaceId: string;
  channelId: string;
  network: string;
  channelStatus: (typeof channelStatuses)[number];
  /** Epoch milliseconds by the database's clock, when the search was begun. */
  beganAt: number;
  unknowns: Unknown[];
};

const MOST_AT_ONCE = 200;

/** Takes the unknowns of a channel that are due, and holds them for a lease so that nobody else looks meanwhile. */
export function beginSearch(
  place: { workspaceId: string; channelId: string },
  policy: DeliveryPolicy,
): Promise<ChannelSearch | undefined> {
  return asSystem(place.workspaceId, async ({ tx, workspaceId }) => {
    const { channelId } = place;
    const held = await tx
      .update(deliveries)
      .set({ dueAt: inMs(policy.leaseMs) })
      .where(
        and(
          eq(deliveries.workspaceId, workspaceId),
          eq(deliveries.channelId, channelId),
          eq(deliveries.state, 'unknown'),
          sql`${deliveries.dueAt} <= now()`,
        ),
      )
      .returning({ messageId: deliveries.messageId });
    if (held.length === 0) return { value: undefined, events: [] };
    const due = new Set(held.map(({ messageId }) => messageId));
    const { rows: found } = await tx.execute<
      Omit<Unknown, 'due'> & Omit<ChannelSearch, 'unknowns'>
    >(unknownsOf(workspaceId, channelId));
    const [first] = found;
    if (!first) return { value: undefined, events: [] };
    const { network, channelStatus, beganAt } = first;
    const unknowns = found.map((one) => ({ ...one, due: due.has(one.messageId) }));
    return {
      value: { workspaceId, channelId, network, channelStatus, beganAt, unknowns },
      events: [],
    };
  });
}

function unknownsOf(workspaceId: string, channelId: string) {
  return sql`
    select delivery.message_id as "messageId", delivery.attempt_id as "attemptId",
      delivery.conversation_id as "conversationId",
      coalesce(message.post -> 'answers' ->> 'externalId', person.external_id) as "personExternalId",
      message.post is not null as "isPublic", message.body as text,
      jsonb_array_length(message.attachments) as "attachmentCount",
      extract(epoch from tried.began)::float8 * 1000 as "attemptAt",
      extract(epoch from tried.since)::float8 * 1000 as since,
      extract(epoch from tried.ended)::float8 * 1000 as "doubtAt",
      delivery.absences, extract(epoch from delivery.absent_at)::float8 * 1000 as "absentAt",
      tried.known_as as "knownAs", channel.network, channel.status as "channelStatus",
      extract(epoch from clock_timestamp())::float8 * 1000 as "beganAt"
    from deliveries delivery
    join messages message on message.workspace_id = delivery.workspace_id and message.id = delivery.message_id
    join conversations thread on thread.workspace_id = delivery.workspace_id and thread.id = delivery.conversation_id
    join identities person on person.workspace_id = thread.workspace_id and person.id = thread.identity_id
    join channels channel on channel.workspace_id = delivery.workspace_id and channel.id = delivery.channel_id
    cross join lateral (
      select max(attempt.started_at) as began, max(coalesce(attempt.ended_at, attempt.started_at)) as ended, max(attempt.external_id) as known_as,
        min(attempt.started_at) filter (where attempt.outcome is null
          or attempt.outcome in ('unknown', 'lease_expired', 'accepted')) as since
      from attempts attempt
      where attempt.workspace_id = delivery.workspace_id and attempt.message_id = delivery.message_id
    ) tried
    where delivery.workspace_id = ${workspaceId} and delivery.channel_id = ${channelId}
      and delivery.state = 'unknown' and tried.since is not null
      and not exists (select from deliveries twin where twin.workspace_id = delivery.workspace_id
        and twin.conversation_id = delivery.conversation_id and twin.state = 'sending')
    order by tried.began limit ${MOST_AT_ONCE}`;
}

/** Which of these ids no message of the channel has yet. */
export function notYetKnown(
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  externalIds: readonly string[],
): Promise<Set<string>> {
  return asSystem(workspaceId, async ({ tx }) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select shown.id from unnest(${sql.param([...externalIds])}::text[]) as shown(id)
      where not exists (select from messages message where message.workspace_id = ${workspaceId}
        and message.channel_id = ${channelId} and message.external_id = shown.id)`);
    return { value: new Set(rows.map(({ id }) => id)), events: [] };
  });
}
