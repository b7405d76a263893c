import type { Delivery } from '../core/entities';
import type { Sandbox } from '../core/sandbox';
import { causeOf } from './crc';
import { laneKeeper } from './lanes';
import { newerEvent } from './newer-envelope';
import { olderBody } from './older-envelope';
import { signed } from './sign';
import { wireJson } from './wire-json';

const RETRY_SECONDS = [0, 3, 27, 242];
const TIMEOUT_MS = 10_000;

/** Brings deliveries to their webhooks, a few at a time, and tries again later when one is not taken. */
export function deliverer(sandbox: Sandbox, origin: () => string) {
  const lanes = laneKeeper(() => sandbox.world.settings.deliveryConcurrency);

  async function attempt(trip: Trip, number: number): Promise<void> {
    const { delivery, body, isRepeat } = trip;
    const { status, ms, why } = await post(sandbox, delivery, body);
    if (lanes.closed() || !sandbox.world.deliveries.has(delivery.id)) return;
    const { id } = delivery;
    sandbox.record({ kind: 'delivery.attempted', id, attempt: number + 1, status, ms, why });
    const taken = isTaken(status);
    const pauseSeconds = taken ? undefined : RETRY_SECONDS[number + 1];
    if (pauseSeconds !== undefined) {
      return lanes.later(pauseSeconds * 1000 * sandbox.timeScale, () => attempt(trip, number + 1));
    }
    if (!isRepeat) end(id, taken ? 'delivered' : 'lost');
  }

  function end(id: string, outcome: 'delivered' | 'lost' | 'dropped') {
    sandbox.record({ kind: 'delivery.ended', id, outcome });
  }

  function start(delivery: Delivery, delayMs: number, isRepeat: boolean) {
    const body = bodyOf(sandbox, delivery, origin());
    if (body) return lanes.later(delayMs, () => attempt({ delivery, body, isRepeat }, 0));
    if (!isRepeat) end(delivery.id, 'dropped');
  }

  return {
    begin: (delivery: Delivery, delayMs: number) => start(delivery, delayMs, false),
    repeat: (delivery: Delivery, delayMs: number) => start(delivery, delayMs, true),
    /** Takes up what a stopped or killed process had not finished. */
    resume() {
      for (const id of sandbox.world.pendingDeliveries) {
        const delivery = sandbox.world.deliveries.get(id);
        if (delivery) start(delivery, 0, false);
      }
    },
    close: lanes.close,
  };
}

const isTaken = (status: number | null) => status !== null && status >= 200 && status < 300;

type Trip = { delivery: Delivery; body: Buffer; isRepeat: boolean };

/** The bytes of a delivery. `undefined` when its envelope has no word for the event. */
function bodyOf(
  { world }: Sandbox,
  { envelope, inner, signals }: Delivery,
  origin: string,
): Buffer | undefined {
  if (envelope === 'aaa') {
    const older = olderBody(world, signals, origin);
    return older && wireJson(older);
  }
  if (inner === 'data')
    return wireJson({ data: signals.map((signal) => newerEvent(world, [signal], origin)) });
  return wireJson({ data: newerEvent(world, signals, origin) });
}

type Outcome = { status: number | null; ms: number; why?: string };

async function post(sandbox: Sandbox, { webhookId }: Delivery, body: Buffer): Promise<Outcome> {
  const webhook = sandbox.world.webhooks.get(webhookId);
  const startedMs = performance.now();
  const ms = () => Math.round(performance.now() - startedMs);
  if (!webhook) return { status: null, ms: 0, why: 'webhook deleted' };
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'porchlight-sandbox',
        'x-twitter-webhooks-signature': signed(sandbox.app.consumerSecret, body),
      },
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return { status: response.status, ms: ms() };
  } catch (error) {
    return { status: null, ms: ms(), why: causeOf(error) };
  }
}
