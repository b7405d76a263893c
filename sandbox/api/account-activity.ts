import type { Answer } from '../http/answer';
import { json, reasoned } from '../http/answer';
import type { Route } from '../http/route';
import type { AccountCall, Call, Endpoint } from './endpoint';
import { idOf } from './parameters';

const scopes = ['dm.read', 'dm.write', 'tweet.read', 'users.read'] as const;
const account = {
  for: 'account',
  bucket: 'app.subscriptions',
  scopes,
  area: 'subscriptions',
} as const;
const app = { for: 'app', bucket: 'app.subscriptions', scopes: [], area: 'subscriptions' } as const;
const base = '/2/account_activity/webhooks/{webhook_id}/subscriptions';

/** The older way to hear of everything that concerns an account. */
export const accountActivityRoutes: Route<Endpoint>[] = [
  { method: 'POST', path: `${base}/all`, target: { ...account, run: create } },
  { method: 'GET', path: `${base}/all`, target: { ...account, run: validate } },
  { method: 'GET', path: `${base}/all/list`, target: { ...app, run: list } },
  { method: 'DELETE', path: `${base}/{user_id}/all`, target: { ...app, run: remove } },
  {
    method: 'GET',
    path: '/2/account_activity/subscriptions/count',
    target: { ...app, run: count },
  },
];

function create(call: AccountCall): Answer {
  const { sandbox, accountId: userId } = call;
  const webhookId = idOf(call, 'webhook_id');
  if (!sandbox.world.webhooks.has(webhookId))
    return reasoned('WebhookIdInvalid', 'No such webhook.');
  if (sandbox.world.accountSubscriptions.has(`${webhookId}:${userId}`)) {
    return reasoned('DuplicateSubscriptionFailed', 'This subscription exists already.');
  }
  sandbox.record({ kind: 'account_subscription.created', webhookId, userId });
  return json(200, { data: { subscribed: true } });
}

function validate(call: AccountCall): Answer {
  const key = `${idOf(call, 'webhook_id')}:${call.accountId}`;
  return json(200, { data: { subscribed: call.sandbox.world.accountSubscriptions.has(key) } });
}

function list(call: Call): Answer {
  const webhookId = idOf(call, 'webhook_id');
  const users = [...call.sandbox.world.accountSubscriptions]
    .filter((key) => key.startsWith(`${webhookId}:`))
    .map((key) => ({ user_id: key.split(':')[1] }));
  return json(200, {
    data: { application_id: '29820954', webhook_id: webhookId, subscriptions: users },
  });
}

function remove(call: Call): Answer {
  const webhookId = idOf(call, 'webhook_id');
  const userId = idOf(call, 'user_id');
  if (!call.sandbox.world.accountSubscriptions.has(`${webhookId}:${userId}`)) {
    return reasoned('SubscriptionNotFound', 'No such subscription.');
  }
  call.sandbox.record({ kind: 'account_subscription.deleted', webhookId, userId });
  return json(200, { data: { subscribed: false } });
}

function count(call: Call): Answer {
  const used = call.sandbox.world.accountSubscriptions.size;
  const provisioned = String(call.sandbox.world.settings.subscriptionLimit);
  return json(200, {
    data: {
      account_name: 'porchlight',
      provisioned_count: provisioned,
      subscriptions_count_all: String(used),
      subscriptions_count_direct_messages: '0',
    },
  });
}
