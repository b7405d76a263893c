import { z } from 'zod';
import type { Subscription } from '../core/entities';
import type { Answer } from '../http/answer';
import {
  conflict,
  forbidden,
  invalidRequest,
  json,
  notFound,
  reasoned,
  unsupportedAuthentication,
} from '../http/answer';
import type { Route } from '../http/route';
import { compareIds } from '../snowflake';
import type { Call, Endpoint } from './endpoint';
import { bodyOf, idOf, idsOf, pageSizeOf, pageStartOf, pageTokenOf } from './parameters';

const digits = z.string().regex(/^[0-9]{1,19}$/);
const tag = z.string().min(1).max(200);

const eventTypes = [
  ...[
    'bio',
    'profile_picture',
    'banner_picture',
    'screenname',
    'geo',
    'url',
    'verified_badge',
    'affiliate_badge',
    'handle',
  ].map((field) => `profile.update.${field}`),
  ...['received', 'sent', 'conversation.join', 'conversation_join'].map((event) => `chat.${event}`),
  ...['sent', 'received', 'indicate_typing', 'read'].map((event) => `dm.${event}`),
  ...['create', 'delete', 'mention.create', 'reply.create', 'quote.create', 'repost.create'].map(
    (event) => `post.${event}`,
  ),
  'like.create',
  'follow.follow',
  'follow.unfollow',
  'mute.mute',
  'mute.unmute',
  'block.block',
  'block.unblock',
  'oauth.revoke',
];
const isPrivate = (eventType: string) => /^(dm|chat|mute|block)\./.test(eventType);

const creation = z.strictObject({
  event_type: z.string().refine((type) => eventTypes.includes(type), 'is not a known event type'),
  filter: z.strictObject({
    user_id: digits.optional(),
    direction: z.enum(['inbound', 'outbound']).optional(),
    keyword: z.string().optional(),
  }),
  tag: tag.optional(),
  webhook_id: digits.optional(),
});

const scopes = ['tweet.read', 'users.read'] as const;
const both = {
  for: 'both',
  bucket: 'app.subscriptions',
  appBucket: 'app.subscriptions',
  scopes,
  area: 'subscriptions',
} as const;
const app = { for: 'app', bucket: 'app.subscriptions', scopes: [], area: 'subscriptions' } as const;
const path = '/2/activity/subscriptions';

export const subscriptionRoutes: Route<Endpoint>[] = [
  { method: 'POST', path, target: { ...both, run: create } },
  { method: 'GET', path, target: { ...both, run: list } },
  { method: 'DELETE', path, target: { ...app, run: removeMany } },
  { method: 'PUT', path: `${path}/{subscription_id}`, target: { ...app, run: change } },
  { method: 'DELETE', path: `${path}/{subscription_id}`, target: { ...app, run: remove } },
];

function create(call: Call): Answer {
  const asked = bodyOf(call, creation);
  const { sandbox } = call;
  const refusal = creationProblem(call, asked);
  if (refusal) return refusal;
  const at = new Date(sandbox.now()).toISOString();
  const subscription: Subscription = {
    id: sandbox.nextId(),
    eventType: asked.event_type,
    createdAt: at,
    updatedAt: at,
    ...(asked.filter.user_id ? { userId: asked.filter.user_id } : {}),
    ...(asked.filter.direction ? { direction: asked.filter.direction } : {}),
    ...(asked.filter.keyword ? { keyword: asked.filter.keyword } : {}),
    ...(asked.tag ? { tag: asked.tag } : {}),
    ...(asked.webhook_id ? { webhookId: asked.webhook_id } : {}),
  };
  sandbox.record({ kind: 'subscription.created', subscription });
  return json(200, { data: { subscription: shown(subscription) } });
}

/** Private events may be subscribed to only by the account that is watched. */
function creationProblem(call: Call, asked: z.infer<typeof creation>): Answer | undefined {
  const { world } = call.sandbox;
  const { user_id: userId, direction } = asked.filter;
  if (userId === undefined) return invalidRequest('filter.user_id is required', { filter: [] });
  if (asked.webhook_id && !world.webhooks.has(asked.webhook_id))
    return notFound('webhook', 'webhook_id', asked.webhook_id);
  if (isPrivate(asked.event_type)) {
    const allowed =
      call.via === 'oauth1' ||
      (call.via === 'oauth2' && world.settings.privateSubscriptions === 'user');
    if (!allowed)
      return unsupportedAuthentication(
        'Private events need the user context of the watched account.',
      );
    if (call.accountId !== userId)
      return forbidden('Private events may be watched by the account itself only.');
  }
  if (world.subscriptions.size >= world.settings.subscriptionLimit) {
    return reasoned('SubscriptionLimitExceeded', 'No more subscriptions may be created.');
  }
  const same = [...world.subscriptions.values()].some(
    (each) =>
      each.eventType === asked.event_type &&
      each.userId === userId &&
      each.direction === direction &&
      each.webhookId === asked.webhook_id,
  );
  return same
    ? conflict('DuplicateSubscriptionFailed', 'This subscription exists already.')
    : undefined;
}

function list(call: Call): Answer {
  const size = pageSizeOf(call, 1000);
  const after = pageStartOf(call) ?? '0';
  const all = [...call.sandbox.world.subscriptions.values()].sort((a, b) => compareIds(a.id, b.id));
  const rest = all.filter(({ id }) => compareIds(id, after) > 0);
  const found = rest.slice(0, size);
  const last = found.at(-1);
  return json(200, {
    ...(found.length > 0 ? { data: found.map(shown) } : {}),
    meta: {
      result_count: found.length,
      total_subscriptions: all.length,
      ...(last && rest.length > size ? { next_token: pageTokenOf(last.id) } : {}),
    },
  });
}

function change(call: Call): Answer {
  const id = idOf(call, 'subscription_id');
  const { sandbox } = call;
  const before = sandbox.world.subscriptions.get(id);
  if (!before) return notFound('subscription', 'subscription_id', id);
  const asked = bodyOf(
    call,
    z.strictObject({ tag: tag.optional(), webhook_id: digits.optional() }),
  );
  if (asked.webhook_id && !sandbox.world.webhooks.has(asked.webhook_id)) {
    return notFound('webhook', 'webhook_id', asked.webhook_id);
  }
  const subscription: Subscription = {
    ...before,
    updatedAt: new Date(sandbox.now()).toISOString(),
    ...(asked.tag ? { tag: asked.tag } : {}),
    ...(asked.webhook_id ? { webhookId: asked.webhook_id } : {}),
  };
  sandbox.record({ kind: 'subscription.changed', subscription });
  const total = sandbox.world.subscriptions.size;
  return json(200, { data: { subscription: shown(subscription), total_subscriptions: total } });
}

function remove(call: Call): Answer {
  const id = idOf(call, 'subscription_id');
  if (!call.sandbox.world.subscriptions.has(id))
    return notFound('subscription', 'subscription_id', id);
  call.sandbox.record({ kind: 'subscription.deleted', id });
  return json(200, { data: { deleted: true } });
}

function removeMany(call: Call): Answer {
  const { sandbox } = call;
  const known = (id: string) => sandbox.world.subscriptions.has(id);
  const ids = idsOf(call, 'ids');
  const errors = ids
    .filter((id) => !known(id))
    .map((id) => ({
      subscription_id: id,
      message: 'Could not find it.',
      reason: 'SubscriptionNotFound',
    }));
  const gone = ids.filter(known);
  sandbox.record(...gone.map((id) => ({ kind: 'subscription.deleted' as const, id })));
  return json(200, {
    data: gone.map((id) => ({ subscription_id: id, deleted: true })),
    ...(errors.length > 0 ? { errors } : {}),
    meta: { total_subscriptions: sandbox.world.subscriptions.size },
  });
}

function shown({
  id,
  eventType,
  userId,
  direction,
  keyword,
  tag: label,
  webhookId,
  createdAt,
  updatedAt,
}: Subscription) {
  return {
    subscription_id: id,
    event_type: eventType,
    filter: {
      ...(userId ? { user_id: userId } : {}),
      ...(direction ? { direction } : {}),
      ...(keyword ? { keyword } : {}),
    },
    created_at: createdAt,
    updated_at: updatedAt,
    ...(label ? { tag: label } : {}),
    ...(webhookId ? { webhook_id: webhookId } : {}),
  };
}
