import { z } from 'zod';
import type { Api } from './api';
import { id } from './payloads';
import { unlessGone } from './webhooks';

const path = '/2/activity/subscriptions';
const MOST_PAGES = 50;

const subscription = z.object({
  subscription_id: id,
  event_type: z.string(),
  filter: z.object({ user_id: id.optional() }).optional(),
  webhook_id: id.optional(),
});
export type Subscription = z.infer<typeof subscription>;

/** Which events of which account are to be pushed where. */
export type Wanted = { account: string; type: string; webhookId: string };

const list = z.object({
  data: z.array(subscription).nullish(),
  meta: z.object({ next_token: z.string().min(1).optional() }).nullish(),
});

/** Three shapes are documented: `data.subscription`, an object right under `data`, and an array there. */
const created = z.object({
  data: z.union([
    z.object({ subscription: z.object({ subscription_id: id }) }),
    z.object({ subscription_id: id }),
    z.array(z.object({ subscription_id: id })).min(1),
  ]),
});

/** All subscriptions of the app, whosever they are. */
export async function listSubscriptions(
  api: Api,
  pageToken?: string,
  pagesLeft = MOST_PAGES,
): Promise<Subscription[]> {
  const query = { max_results: '1000', pagination_token: pageToken };
  const { value } = await api.ask({ method: 'GET', path, query }, list, 'app');
  const found = value.data ?? [];
  const next = value.meta?.next_token;
  if (found.length === 0 || next === undefined || pagesLeft === 1) return found;
  return [...found, ...(await listSubscriptions(api, next, pagesLeft - 1))];
}

/** A private event is granted by the account itself; some apps were let in only by OAuth 1.0a. */
export async function createSubscription(api: Api, wanted: Wanted): Promise<void> {
  const json = {
    event_type: wanted.type,
    filter: { user_id: wanted.account },
    tag: 'porchlight',
    webhook_id: wanted.webhookId,
  };
  await api.ask({ method: 'POST', path, json }, created, 'signed');
}

export async function moveSubscription(api: Api, subscriptionId: string, webhookId: string) {
  const json = { webhook_id: webhookId };
  await api.ask({ method: 'PUT', path: `${path}/${subscriptionId}`, json }, z.unknown(), 'app');
}

export async function removeSubscription(api: Api, subscriptionId: string): Promise<void> {
  await unlessGone(
    api.ask({ method: 'DELETE', path: `${path}/${subscriptionId}` }, z.unknown(), 'app'),
  );
}
