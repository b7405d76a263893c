import { z } from 'zod';
import { NetworkFailure } from '../network';
import type { Api } from './api';
import { id } from './payloads';

const webhook = z.object({ id, url: z.string(), valid: z.boolean().optional() });
const list = z.object({ data: z.array(webhook).nullish() });
const created = z.object({ data: webhook });

export type Webhook = z.infer<typeof webhook>;

/** The app's webhook at that address: the existing one, checked anew if X has given up on it, or a new one. */
export async function ensureWebhook(api: Api, url: string): Promise<Webhook> {
  const existing = await findWebhook(api, url);
  if (!existing) return await createWebhook(api, url);
  if (existing.valid === false) await validateWebhook(api, existing.id);
  return existing;
}

/** Makes X check the address now and take it back into service. */
async function validateWebhook(api: Api, webhookId: string): Promise<void> {
  await api.ask({ method: 'PUT', path: `/2/webhooks/${webhookId}` }, z.unknown(), 'app');
}

export async function deleteWebhook(api: Api, webhookId: string): Promise<void> {
  await unlessGone(
    api.ask({ method: 'DELETE', path: `/2/webhooks/${webhookId}` }, z.unknown(), 'app'),
  );
}

/** What is not there any more need not be deleted. */
export async function unlessGone(deleting: Promise<unknown>): Promise<void> {
  try {
    await deleting;
  } catch (error) {
    const isGone =
      error instanceof NetworkFailure &&
      error.failure.kind === 'refused' &&
      error.failure.status === 404;
    if (!isGone) throw error;
  }
}

async function findWebhook(api: Api, url: string): Promise<Webhook | undefined> {
  const { value } = await api.ask({ method: 'GET', path: '/2/webhooks' }, list, 'app');
  return value.data?.find((candidate) => candidate.url === url);
}

async function createWebhook(api: Api, url: string): Promise<Webhook> {
  const asked = { method: 'POST', path: '/2/webhooks', json: { url } } as const;
  try {
    return (await api.ask(asked, created, 'app')).value.data;
  } catch (error) {
    // Somebody else may have made it a moment ago.
    const existing = await findWebhook(api, url);
    if (existing) return existing;
    throw error;
  }
}
