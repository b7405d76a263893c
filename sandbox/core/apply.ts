import { compareIds } from '../snowflake';
import type { Grant, Message, Person } from './entities';
import type { Fact } from './facts';
import type { World } from './world';
import { conversationIdOf, pairKey } from './world';

type Appliers = { [K in Fact['kind']]: (world: World, fact: Extract<Fact, { kind: K }>) => void };

const appliers: Appliers = {
  'person.created': (world, { person }) => putPerson(world, person),
  'person.changed': (world, { id, patch }) => {
    const person = world.people.get(id);
    if (person) putPerson(world, { ...person, ...definedOf(patch) });
  },
  'follow.started': (world, { fromId, toId }) => world.follows.add(pairKey(fromId, toId)),
  'follow.ended': (world, { fromId, toId }) => world.follows.delete(pairKey(fromId, toId)),
  'block.started': (world, { fromId, toId, scope }) => {
    blocksOf(world, scope).add(pairKey(fromId, toId));
    if (scope === 'dm') return;
    world.follows.delete(pairKey(fromId, toId));
    world.follows.delete(pairKey(toId, fromId));
  },
  'block.ended': (world, { fromId, toId, scope }) =>
    blocksOf(world, scope).delete(pairKey(fromId, toId)),
  'message.created': (world, { message }) => putMessage(world, message),
  'message.hidden': (world, { id, byId }) => world.hidden.add(`${byId}:${id}`),
  'post.created': (world, { post }) => {
    world.posts.set(post.id, post);
    insertId(world.postsByAuthor, post.authorId, post.id);
  },
  'post.deleted': (world, { id, authorId }) => {
    world.posts.delete(id);
    const others = (world.postsByAuthor.get(authorId) ?? []).filter((each) => each !== id);
    world.postsByAuthor.set(authorId, others);
  },
  'media.stored': (world, { media }) => world.media.set(media.id, media),
  'webhook.created': (world, { webhook }) => world.webhooks.set(webhook.id, webhook),
  'webhook.checked': (world, { id, valid }) => {
    const webhook = world.webhooks.get(id);
    if (webhook) world.webhooks.set(id, { ...webhook, valid });
  },
  'webhook.deleted': (world, { id }) => forgetWebhook(world, id),
  'subscription.created': (world, { subscription }) =>
    world.subscriptions.set(subscription.id, subscription),
  'subscription.changed': (world, { subscription }) =>
    world.subscriptions.set(subscription.id, subscription),
  'subscription.deleted': (world, { id }) => world.subscriptions.delete(id),
  'account_subscription.created': (world, { webhookId, userId }) =>
    world.accountSubscriptions.add(`${webhookId}:${userId}`),
  'account_subscription.deleted': (world, { webhookId, userId }) =>
    world.accountSubscriptions.delete(`${webhookId}:${userId}`),
  'grant.issued': (world, { grant }) => world.grants.set(grant.id, grant),
  'grant.refreshed': (world, { grant, previousRefreshHash }) => {
    world.spentRefreshHashes.set(previousRefreshHash, grant.id);
    world.grants.set(grant.id, grant);
  },
  'grant.reused': (world, { id }) => world.grants.delete(id),
  'grant.revoked': (world, { id, accountId, by }) => {
    for (const grant of world.grants.values()) {
      const isMeant = by === 'owner' ? grant.accountId === accountId : grant.id === id;
      if (isMeant) world.grants.delete(grant.id);
    }
  },
  'tokens.expired': (world, { accountId }) => {
    for (const grant of world.grants.values()) {
      if (accountId === undefined || grant.accountId === accountId)
        world.grants.set(grant.id, expired(grant));
    }
  },
  'settings.changed': (world, { settings }) => {
    world.settings = settings;
  },
  'faults.changed': (world, { faults }) => {
    world.faults = structuredClone(faults);
  },
  'fault.fired': (world, { area, index }) => {
    const fault = world.faults[area][index];
    if (fault?.times !== undefined) fault.times -= 1;
  },
  'delivery.queued': (world, { delivery }) => {
    world.deliveries.set(delivery.id, delivery);
    world.pendingDeliveries.add(delivery.id);
  },
  'delivery.ended': (world, { id }) => world.pendingDeliveries.delete(id),
};

/** Adds one fact to the world. */
export function apply(world: World, fact: Fact) {
  const applier = appliers[fact.kind] as (world: World, fact: Fact) => void;
  applier(world, fact);
}

function putPerson(world: World, person: Person) {
  const before = world.people.get(person.id);
  if (before) world.idsByUsername.delete(before.username.toLowerCase());
  world.people.set(person.id, person);
  world.idsByUsername.set(person.username.toLowerCase(), person.id);
}

function putMessage(world: World, message: Message) {
  world.messages.set(message.id, message);
  world.written.add(pairKey(message.fromId, message.toId));
  insertId(world.byConversation, conversationIdOf(message.fromId, message.toId), message.id);
  insertId(world.byParticipant, message.fromId, message.id);
  insertId(world.byParticipant, message.toId, message.id);
}

/** Keeps each list of ids in the order of its numbers; nearly always the new one is the last. */
function insertId(lists: Map<string, string[]>, key: string, id: string) {
  const ids = lists.get(key) ?? [];
  let place = ids.length;
  while (place > 0 && compareIds(ids[place - 1] ?? '0', id) > 0) place -= 1;
  ids.splice(place, 0, id);
  lists.set(key, ids);
}

function forgetWebhook(world: World, id: string) {
  world.webhooks.delete(id);
  for (const subscription of world.subscriptions.values()) {
    if (subscription.webhookId === id) world.subscriptions.delete(subscription.id);
  }
  for (const key of world.accountSubscriptions) {
    if (key.startsWith(`${id}:`)) world.accountSubscriptions.delete(key);
  }
}

function blocksOf(world: World, scope: 'all' | 'dm') {
  return scope === 'all' ? world.blocks : world.dmBlocks;
}

function expired(grant: Grant): Grant {
  return { ...grant, expiresAt: new Date(0).toISOString() };
}

function definedOf(patch: { [K in keyof Person]?: Person[K] | undefined }): Partial<Person> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
