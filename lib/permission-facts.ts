import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { channelStatuses } from '@/db/schema/channels';
import type { ConsentEntry, Standing } from './domain/consent/ledger';
import { standingOf } from './domain/consent/ledger';
import type {
  BrandFacts,
  ChannelState,
  ContactFacts,
  NetworkFacts,
} from './domain/permissions/input';
import type { Source } from './domain/permissions/known';
import { notBlocked } from './domain/permissions/not-blocked';
import type { PolicyRow } from './domain/permissions/policy';
import { policyOf } from './domain/permissions/policy';
import type { RelationFactName } from './domain/permissions/relation';
import type { PermissionFacts } from './domain/permissions/reply-input';
import type { Door } from './domain/permissions/x-rules';

/**
 * How the two sides of a conversation stand to each other in private, read at one moment; what was said
 * in public is no message to either. Undefined when there is no such conversation. Query, command and
 * job ask this one; a message that is about to leave is no reason against itself (`without`).
 */
export async function permissionFactsOf(
  tx: Tx,
  workspaceId: string,
  { conversationId, without }: { conversationId: string; without?: string },
): Promise<PermissionFacts | undefined> {
  const [row] = await prepared<Row>(tx, {
    name: 'permission_facts',
    text: `
      select ${channelPart('$3::uuid')},
        person.verified as "personVerified", ${ms('person.seen_at')} as "personSeenAt",
        ${newest(ms('at'), "kind = 'inbound' and unreadable is null")} as "lastInboundAt",
        ${newest(ms('at'), "kind = 'outbound' and external_id is not null")} as "lastOutboundAt",
        case when ${newest('unreadable', "kind = 'inbound'")} is not null
          then ${newest(ms('at'), "kind = 'inbound'")} end as "lastEncryptedAt",
        (select jsonb_object_agg(name, jsonb_build_object('value', value, 'source', source,
            'at', ${ms('at')}))
          from relation_facts where workspace_id = thread.workspace_id
            and channel_id = thread.channel_id and identity_id = thread.identity_id) as facts,
        ${isOpenText} as "isOpen", contact.zone,
        ${consentsText} as consents, ${offersText} as "offersSentAt",
        exists (select from outreach_approvals approval where approval.workspace_id = $1
          and approval.conversation_id in (thread.id, talk.id)) as "approvedByLead"
      from conversations thread
      join channels channel on channel.workspace_id = thread.workspace_id and channel.id = thread.channel_id
      join identities person on person.workspace_id = thread.workspace_id and person.id = thread.identity_id
      join contacts contact on contact.workspace_id = thread.workspace_id and contact.id = person.contact_id
      left join conversations talk on talk.workspace_id = thread.workspace_id
        and talk.channel_id = thread.channel_id and talk.identity_id = thread.identity_id
        and talk.kind = 'private'
      where thread.workspace_id = $1 and thread.id = $2`,
    values: [workspaceId, conversationId, without ?? null],
  });
  return row && factsIn(row);
}

/**
 * What would be known of somebody whom nobody knows, for every channel of the workspace in the order in
 * which they were connected.
 */
export async function strangerFacts(
  tx: Tx,
  workspaceId: string,
): Promise<{ channelId: string; facts: PermissionFacts }[]> {
  const rows = await prepared<ChannelPart & { id: string }>(tx, {
    name: 'stranger_facts',
    text: `
      select channel.id, ${channelPart('null')} from channels channel
      where channel.workspace_id = $1 order by channel.created_at, channel.id`,
    values: [workspaceId],
  });
  return rows.map(({ id, ...row }) => ({
    channelId: id,
    facts: factsIn({ ...row, ...nobodyYet, personSeenAt: row.now }),
  }));
}

const nobodyYet = {
  personVerified: null,
  lastInboundAt: null,
  lastOutboundAt: null,
  lastEncryptedAt: null,
  facts: null,
  isOpen: true,
  zone: null,
  consents: null,
  offersSentAt: null,
  approvedByLead: false,
};

type Facts = Partial<Record<RelationFactName, { value: boolean; source: Source; at: number }>>;

type ChannelPart = {
  now: number;
  status: (typeof channelStatuses)[number];
  door: Door | null;
  doorAt: number | null;
  verified: boolean | null;
  /** The workspace's and the channel's, as far as there are any. */
  policies: { workspace?: PolicyRow; channel?: PolicyRow } | null;
  /** First messages to strangers of the last day, and the first of them. */
  outreach: { count: number; firstAt: number | null };
};

type Row = ChannelPart & {
  personVerified: boolean | null;
  personSeenAt: number;
  lastInboundAt: number | null;
  lastOutboundAt: number | null;
  lastEncryptedAt: number | null;
  facts: Facts | null;
  isOpen: boolean;
  zone: string | null;
  consents: ConsentEntry[] | null;
  offersSentAt: number[] | null;
  approvedByLead: boolean;
};

function ms(instant: string): string {
  return `extract(epoch from ${instant})::float8 * 1000`;
}

/** What is so of a channel, whoever is written to. `without` is a message that does not count. */
function channelPart(without: string): string {
  return `${ms('clock_timestamp()')} as now, channel.status,
    channel.door, ${ms('channel.door_at')} as "doorAt", channel.verified,
    (select jsonb_object_agg(case when scope_id = $1 then 'workspace' else 'channel' end, to_jsonb(policy))
      from brand_policies policy
      where policy.workspace_id = $1 and policy.scope_id in ($1, channel.id)) as policies,
    (select jsonb_build_object('count', count(*)::int, 'firstAt', ${ms('min(created_at)')})
      from deliveries where workspace_id = $1 and channel_id = channel.id and purpose = 'outreach'
        and message_id is distinct from ${without} and state not in ('failed', 'cancelled')
        and created_at > now() - interval '1 day') as outreach`;
}

/** Of the newest message of that kind; by the index in the order of time. */
function newest(what: string, condition: string): string {
  return `(select ${what} from messages where messages.workspace_id = thread.workspace_id
    and messages.conversation_id = talk.id and ${condition}
    order by at desc, tie desc, id desc limit 1)`;
}

/**
 * Whether what they asked is not settled: the conversation is open. For whom wants no messages it takes
 * more: opening it again by hand does not make it one that they asked for.
 */
const isOpenText = `coalesce(talk.status <> 'resolved' and not (
  exists (select from consents said where said.workspace_id = $1
    and said.contact_id = person.contact_id and said.scope = 'all' and not said.granted)
  and exists (select from events closing where closing.workspace_id = $1
    and closing.conversation_id = talk.id and closing.type = 'conversation.closed'
    and closing.at > talk.last_inbound_at)), true)`;

/** What they said: a yes counts where they gave it, everything else wherever they are. */
const consentsText = `(select jsonb_agg(jsonb_build_object('scope', scope, 'granted', granted,
    'source', source, 'at', ${ms('at')}))
  from consents where workspace_id = $1 and contact_id = person.contact_id
    and (scope = 'all' or not granted or identity_id = thread.identity_id))`;

/** Those that left or still may, of a year: no cap looks further back. */
const offersText = `(select jsonb_agg(${ms('recipient.decided_at')})
  from offer_recipients recipient
  join deliveries delivery on delivery.workspace_id = recipient.workspace_id
    and delivery.message_id = recipient.message_id
    and delivery.state not in ('failed', 'cancelled')
  where recipient.workspace_id = $1 and recipient.identity_id = thread.identity_id
    and recipient.message_id is distinct from $3::uuid and recipient.state = 'queued'
    and recipient.decided_at > now() - interval '366 days')`;

function factsIn(row: Row): PermissionFacts {
  const facts = row.facts ?? {};
  const standing = standingOf(row.consents ?? []);
  return {
    now: row.now,
    isOpen: row.isOpen,
    channel: { state: stateOf(row) },
    contact: { ...contactIn(row, facts), optedOut: standing.optedOut },
    network: onX(row, facts),
    brand: brandIn(row, standing),
  };
}

/** A channel that the network restricts for now still takes messages: they wait, and one goes first to try. */
function stateOf({ status }: Row): ChannelState {
  return status === 'connected' || status === 'paused' ? 'connected' : 'disconnected';
}

function contactIn(row: Row, facts: Facts): Omit<ContactFacts, 'optedOut'> {
  const { lastInboundAt, lastOutboundAt, lastEncryptedAt } = row;
  const { recipientFollowsSender: follow, messagesBlockedByUs: messagesBlocked } = facts;
  return {
    isGone: facts.isGone ?? null,
    // What we ordered ourselves no look-up can deny.
    blockedByUs: messagesBlocked?.value ? messagesBlocked : (facts.blockedByUs ?? null),
    blockedByThem: facts.blockedByThem ?? notBlocked(lastInboundAt, follow ?? null),
    refusedAt: facts.refused?.value ? facts.refused.at : null,
    lastInboundAt,
    lastOutboundAt,
    lastEncryptedAt,
  };
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

function brandIn(row: Row, { offersSince }: Standing): BrandFacts {
  const { policies, outreach, offersSentAt, approvedByLead, zone, now } = row;
  return {
    policy: policyOf(policies?.workspace, policies?.channel),
    offerConsent: offersSince === null ? null : { value: true, source: 'book', at: offersSince },
    offersSentAt: offersSentAt ?? [],
    outreachToday: outreach.count,
    dayEndsAt: (outreach.firstAt ?? now) + DAY,
    approvedByLead,
    zone,
  };
}
