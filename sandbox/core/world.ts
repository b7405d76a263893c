import type { Relation, Verdict } from '../rules/network-rule';
import { judge } from '../rules/network-rule';
import { compareIds } from '../snowflake';
import type {
  Delivery,
  Grant,
  Media,
  Message,
  Person,
  Post,
  Subscription,
  Webhook,
} from './entities';
import type { Faults } from './faults';
import { noFaults } from './faults';
import type { NetworkSettings } from './network-settings';
import { defaultSettings } from './network-settings';

/** Everything that is so now. Only `apply` changes it, one fact of the ledger at a time. */
export type World = {
  people: Map<string, Person>;
  idsByUsername: Map<string, string>;
  /** Ordered pairs of ids, written `a>b`. */
  follows: Set<string>;
  blocks: Set<string>;
  dmBlocks: Set<string>;
  written: Set<string>;
  messages: Map<string, Message>;
  /** Ids of messages, oldest first, by conversation and by participant. */
  byConversation: Map<string, string[]>;
  byParticipant: Map<string, string[]>;
  /** `person:message` for messages that one side deleted for itself. */
  hidden: Set<string>;
  posts: Map<string, Post>;
  postsByAuthor: Map<string, string[]>;
  media: Map<string, Media>;
  webhooks: Map<string, Webhook>;
  subscriptions: Map<string, Subscription>;
  /** `webhook:account` of the older account activity API. */
  accountSubscriptions: Set<string>;
  grants: Map<string, Grant>;
  /** Hashes of refresh tokens that were used up, and whose grant they belonged to. */
  spentRefreshHashes: Map<string, string>;
  deliveries: Map<string, Delivery>;
  pendingDeliveries: Set<string>;
  settings: NetworkSettings;
  faults: Faults;
};

export function emptyWorld(): World {
  return {
    people: new Map(),
    idsByUsername: new Map(),
    follows: new Set(),
    blocks: new Set(),
    dmBlocks: new Set(),
    written: new Set(),
    messages: new Map(),
    byConversation: new Map(),
    byParticipant: new Map(),
    hidden: new Set(),
    posts: new Map(),
    postsByAuthor: new Map(),
    media: new Map(),
    webhooks: new Map(),
    subscriptions: new Map(),
    accountSubscriptions: new Set(),
    grants: new Map(),
    spentRefreshHashes: new Map(),
    deliveries: new Map(),
    pendingDeliveries: new Set(),
    settings: defaultSettings,
    faults: structuredClone(noFaults),
  };
}

export const pairKey = (fromId: string, toId: string) => `${fromId}>${toId}`;

/** The id of a private conversation: both people, the numerically smaller first. */
export function conversationIdOf(a: string, b: string): string {
  return compareIds(a, b) <= 0 ? `${a}-${b}` : `${b}-${a}`;
}

export function relationOf(world: World, senderId: string, recipientId: string): Relation {
  const forth = pairKey(senderId, recipientId);
  const back = pairKey(recipientId, senderId);
  return {
    recipientFollowsSender: world.follows.has(back),
    senderFollowsRecipient: world.follows.has(forth),
    recipientHasWritten: world.written.has(back),
    senderIsVerified: world.people.get(senderId)?.verified ?? false,
    blockedEitherWay: [world.blocks, world.dmBlocks].some((set) => set.has(forth) || set.has(back)),
    recipientDoor: world.people.get(recipientId)?.door ?? 'nobody',
  };
}

export function mayWrite(world: World, senderId: string, recipientId: string): Verdict {
  return judge(world.settings.ruleSet, relationOf(world, senderId, recipientId));
}

export function personByUsername(world: World, username: string): Person | undefined {
  const id = world.idsByUsername.get(username.toLowerCase());
  return id === undefined ? undefined : world.people.get(id);
}

/** Every id that was given out. */
export function* idsOf(world: World): Generator<string> {
  const { messages, posts, media, webhooks, subscriptions, deliveries, grants } = world;
  for (const map of [messages, posts, media, webhooks, subscriptions, deliveries, grants])
    yield* map.keys();
}
