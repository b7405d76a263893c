import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { channelStatuses } from '@/db/schema/channels';
import type {
  BrandFacts,
  ChannelState,
  ContactFacts,
  NetworkFacts,
} from './domain/permissions/input';
import type { Known, Source } from './domain/permissions/known';
import type { RelationFactName } from './domain/permissions/relation';
import type { PermissionFacts } from './domain/permissions/reply-input';
import type { Door } from './domain/permissions/x-rules';

/** Reads it all at one moment; undefined when there is no such conversation. Query, command and job ask this one. */
export async function permissionFactsOf(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<PermissionFacts | undefined> {
  const [row] = await prepared<Row>(tx, {
    name: 'permission_facts',
    text: `
      select ${ms('clock_timestamp()')} as now, channel.status,
        channel.door, ${ms('channel.door_at')} as "doorAt", channel.verified,
        person.verified as "personVerified", ${ms('person.seen_at')} as "personSeenAt",
        ${newest(ms('at'), "kind = 'inbound' and unreadable is null")} as "lastInboundAt",
        ${newest(ms('at'), "kind = 'outbound' and external_id is not null")} as "lastOutboundAt",
        case when ${newest('unreadable', "kind = 'inbound'")} is not null
          then ${newest(ms('at'), "kind = 'inbound'")} end as "lastEncryptedAt",
        (select jsonb_object_agg(name, jsonb_build_object('value', value, 'source', source,
            'at', ${ms('at')}))
          from relation_facts where workspace_id = thread.workspace_id
            and channel_id = thread.channel_id and identity_id = thread.identity_id) as facts
      from conversations thread
      join channels channel on channel.workspace_id = thread.workspace_id and channel.id = thread.channel_id
      join identities person on person.workspace_id = thread.workspace_id and person.id = thread.identity_id
      where thread.workspace_id = $1 and thread.id = $2`,
    values: [workspaceId, conversationId],
  });
  return row && factsIn(row);
}

type Facts = Partial<Record<RelationFactName, { value: boolean; source: Source; at: number }>>;

type Row = {
  now: number;
  status: (typeof channelStatuses)[number];
  door: Door | null;
  doorAt: number | null;
  verified: boolean | null;
  personVerified: boolean | null;
  personSeenAt: number;
  lastInboundAt: number | null;
  lastOutboundAt: number | null;
  lastEncryptedAt: number | null;
  facts: Facts | null;
};

function ms(instant: string): string {
  return `extract(epoch from ${instant})::float8 * 1000`;
}

/** Of the newest message of that kind; by the index in the order of time. */
function newest(what: string, condition: string): string {
  return `(select ${what} from messages where messages.workspace_id = thread.workspace_id
    and messages.conversation_id = thread.id and ${condition}
    order by at desc, tie desc, id desc limit 1)`;
}

function factsIn(row: Row): PermissionFacts {
  const { now } = row;
  const facts = row.facts ?? {};
  return {
    now,
    channel: { state: stateOf(row) },
    contact: contactIn(row, facts),
    network: onX(row, facts),
    brand: brandToday(now),
  };
}

/** A channel that the network restricts for now still takes messages: they wait, and one goes first to try. */
function stateOf({ status }: Row): ChannelState {
  return status === 'connected' || status === 'paused' ? 'connected' : 'disconnected';
}

function contactIn(row: Row, facts: Facts): ContactFacts {
  const { lastInboundAt, lastOutboundAt, lastEncryptedAt } = row;
  return {
    isGone: facts.isGone ?? null,
    blockedByUs: facts.blockedByUs ?? null,
    blockedByThem: facts.blockedByThem ?? notBlocked(row, facts),
    optedOut: null,
    refusedAt: facts.refused?.value ? facts.refused.at : null,
    lastInboundAt,
    lastOutboundAt,
    lastEncryptedAt,
  };
}

/** Whoever writes to us, or follows us, has not blocked us: a block ends both. */
function notBlocked({ lastInboundAt }: Row, facts: Facts): Known<boolean> {
  if (lastInboundAt !== null) return { value: false, source: 'message', at: lastInboundAt };
  const follow = facts.recipientFollowsSender;
  return follow?.value ? { ...follow, value: false } : null;
}

function onX(row: Row, facts: Facts): NetworkFacts {
  const { now, door, doorAt, verified, personVerified, personSeenAt } = row;
  return {
    rule: 'x',
    ruleSet: 'x.today',
    recipientFollowsSender: facts.recipientFollowsSender ?? null,
    senderFollowsRecipient: facts.senderFollowsRecipient ?? null,
    senderIsVerified: verified === null ? null : { value: verified, source: 'book', at: now },
    // X does not tell how others set their door; its word on whether we may write holds it.
    recipientDoor: null,
    answer: facts.answer ?? null,
    ourDoor: door === null ? null : { value: door, source: 'book', at: doorAt ?? now },
    recipientIsVerified:
      personVerified === null ? null : { value: personVerified, source: 'event', at: personSeenAt },
  };
}

const DAY = 86_400_000;

/** Until a workspace sets its own policy: few offers, and no first messages to strangers. */
function brandToday(now: number): BrandFacts {
  return {
    policy: {
      offers: { perContact: 2, inDays: 30, quiet: { from: '21:00', to: '08:00' } },
      outreach: { isAllowed: false, perChannelAndDay: 0, needsLead: true },
    },
    offerConsent: null,
    offersSentAt: [],
    outreachToday: 0,
    dayEndsAt: Math.ceil(now / DAY) * DAY,
    approvedByLead: false,
    zone: null,
  };
}
