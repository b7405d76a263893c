import { z } from 'zod';
import type { Webhook } from '../core/entities';
import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import { json, notFound, reasoned } from '../http/answer';
import type { Route } from '../http/route';
import { challenge, check } from '../push/crc';
import type { Call, Endpoint } from './endpoint';
import { bodyOf, idOf, namesOf } from './parameters';

const app = { for: 'app', bucket: 'app.webhooks', scopes: [], area: 'webhooks' } as const;

export const webhookRoutes: Route<Endpoint>[] = [
  { method: 'GET', path: '/2/webhooks', target: { ...app, run: list } },
  { method: 'POST', path: '/2/webhooks', target: { ...app, oauth1: true, run: create } },
  {
    method: 'POST',
    path: '/2/webhooks/replay',
    target: { ...app, bucket: 'app.replay', run: replay },
  },
  {
    method: 'DELETE',
    path: '/2/webhooks/{webhook_id}',
    target: { ...app, oauth1: true, run: remove },
  },
  {
    method: 'PUT',
    path: '/2/webhooks/{webhook_id}',
    target: { ...app, oauth1: true, run: validate },
  },
];

/** Registers an address after it has proven that it knows the app's secret. */
export async function register(sandbox: Sandbox, url: string): Promise<Webhook | Answer> {
  const { world } = sandbox;
  const problem = addressProblem(url, world.settings.strictWebhookUrls);
  if (problem) return reasoned('UrlValidationFailed', problem);
  if ([...world.webhooks.values()].some((webhook) => webhook.url === url)) {
    return reasoned('DuplicateUrlFailed', 'This address is registered already.');
  }
  if (world.webhooks.size >= world.settings.webhookLimit) {
    return reasoned('WebhookLimitExceeded', 'No more webhooks may be registered.');
  }
  const result = await challenge(sandbox, url);
  if (result.verdict !== 'good')
    return reasoned('CrcValidationFailed', `The address failed the check: ${result.why}.`);
  const webhook = {
    id: sandbox.nextId(),
    url,
    valid: true,
    createdAt: new Date(sandbox.now()).toISOString(),
  };
  sandbox.record({ kind: 'webhook.created', webhook });
  return webhook;
}

async function create(call: Call): Promise<Answer> {
  const { url } = bodyOf(call, z.object({ url: z.string().min(1).max(200) }));
  const registered = await register(call.sandbox, url);
  return 'createdAt' in registered ? json(200, { data: shown(registered) }) : registered;
}

function list(call: Call): Answer {
  namesOf(call, 'webhook_config.fields', ['created_at', 'id', 'url', 'valid']);
  const data = [...call.sandbox.world.webhooks.values()].map(shown);
  return json(200, { ...(data.length > 0 ? { data } : {}), meta: { result_count: data.length } });
}

function remove(call: Call): Answer {
  const id = idOf(call, 'webhook_id');
  if (!call.sandbox.world.webhooks.has(id)) return notFound('webhook', 'webhook_id', id);
  call.sandbox.record({ kind: 'webhook.deleted', id });
  return json(200, { data: { deleted: true } });
}

/** Runs the check now and makes a good webhook valid again. */
async function validate(call: Call): Promise<Answer> {
  const id = idOf(call, 'webhook_id');
  if (!call.sandbox.world.webhooks.has(id)) return notFound('webhook', 'webhook_id', id);
  const result = await check(call.sandbox, id);
  if (result.verdict !== 'good')
    return reasoned('CrcValidationFailed', `The address failed the check: ${result.why}.`);
  return json(200, { data: { valid: true } });
}

const stamp = z.string().regex(/^[0-9]{12}$/);

function replay(call: Call): Answer {
  const asked = bodyOf(
    call,
    z.object({ webhook_id: z.string().regex(/^[0-9]{1,19}$/), from_date: stamp, to_date: stamp }),
  );
  const { sandbox } = call;
  const { world } = sandbox;
  if (!world.webhooks.has(asked.webhook_id))
    return notFound('webhook', 'webhook_id', asked.webhook_id);
  const from = minuteOf(asked.from_date);
  const to = minuteOf(asked.to_date);
  const ageMinutes = (ms: number) => (sandbox.now() - ms) / 60_000;
  const strict =
    world.settings.strictReplay &&
    (ageMinutes(from) < 31 || ageMinutes(to) < 10 || ageMinutes(from) > 1440);
  if (!(from < to) || strict)
    return reasoned('InvalidWindow', 'The window of the replay is not allowed.');
  call.replay(asked.webhook_id, new Date(from).toISOString(), new Date(to).toISOString());
  const created_at = new Date(sandbox.now()).toISOString();
  return json(200, { data: { job_id: sandbox.nextId(), created_at } });
}

function minuteOf(text: string): number {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
}

const shown = ({ id, url, valid, createdAt }: Webhook) => ({
  id,
  url,
  valid,
  created_at: createdAt,
});

function addressProblem(url: string, strict: boolean): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    return 'The address is not a web address.';
  if (strict && (parsed.protocol !== 'https:' || parsed.port !== ''))
    return 'The address must be https without a port.';
  return undefined;
}
