import { NetworkFailure } from '../network';
import type { Api } from './api';
import { subscribedTypes } from './event-types';
import type { Subscription, Wanted } from './subscription-calls';
import {
  createSubscription,
  listSubscriptions,
  moveSubscription,
  removeSubscription,
} from './subscription-calls';
import { deleteWebhook, ensureWebhook } from './webhooks';

/** Makes X push the account's messages to the webhook; what exists already is used again. */
export async function subscribe(api: Api, account: string, webhookUrl: string) {
  const webhook = await ensureWebhook(api, webhookUrl);
  const existing = await listSubscriptions(api);
  const results = await Promise.all(
    subscribedTypes.map(async ({ type, optional }) => {
      const wanted = { account, type, webhookId: webhook.id };
      const isThere = existing.some(isFor(wanted)) || (await create(api, wanted, optional));
      return isThere ? [] : [type];
    }),
  );
  return { missing: results.flat() };
}

/** Ends the account's subscriptions, and the webhooks on which nothing is left. */
export async function unsubscribe(api: Api, account: string): Promise<void> {
  const all = await listSubscriptions(api);
  const own = all.filter(({ filter }) => filter?.user_id === account);
  const others = new Set(
    all.filter((one) => !own.includes(one)).map(({ webhook_id }) => webhook_id),
  );
  await Promise.all(own.map(({ subscription_id }) => removeSubscription(api, subscription_id)));
  const idle = new Set(
    own.flatMap(({ webhook_id }) => webhook_id ?? []).filter((one) => !others.has(one)),
  );
  await Promise.all([...idle].map((webhookId) => deleteWebhook(api, webhookId)));
}

async function create(api: Api, wanted: Wanted, isOptional: boolean): Promise<boolean> {
  try {
    await createSubscription(api, wanted);
    return true;
  } catch (error) {
    if (!(error instanceof NetworkFailure) || error.failure.kind !== 'refused') throw error;
    if (await adopt(api, wanted)) return true;
    if (isOptional) return false;
    throw error;
  }
}

/** X refuses a second subscription of the same kind: one made a moment ago, or on an older webhook. */
async function adopt(api: Api, wanted: Wanted): Promise<boolean> {
  const all = await listSubscriptions(api);
  if (all.some(isFor(wanted))) return true;
  const elsewhere = all.find(isFor({ ...wanted, webhookId: undefined }));
  if (!elsewhere) return false;
  await moveSubscription(api, elsewhere.subscription_id, wanted.webhookId);
  return true;
}

function isFor({
  account,
  type,
  webhookId,
}: Omit<Wanted, 'webhookId'> & { webhookId: string | undefined }) {
  return ({ event_type, filter, webhook_id }: Subscription) =>
    event_type === type &&
    filter?.user_id === account &&
    (webhookId === undefined || webhook_id === webhookId);
}
