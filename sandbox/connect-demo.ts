import { setTimeout as pause } from 'node:timers/promises';
import { register } from './api/webhooks';
import type { Subscription } from './core/entities';
import type { Sandbox } from './core/sandbox';
import { check } from './push/crc';

const watched = [
  'dm.received',
  'dm.sent',
  'chat.received',
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'follow.follow',
  'follow.unfollow',
  'block.block',
  'block.unblock',
];
const PAUSE_MS = 1000;

/** Makes the demo live by itself: waits until the app answers the check, then subscribes every brand account. */
export async function connectDemo(
  sandbox: Sandbox,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const registered = [...sandbox.world.webhooks.values()];
  const stale = registered.filter((webhook) => isEarlierPort(webhook.url, url));
  sandbox.record(...stale.map(({ id }) => ({ kind: 'webhook.deleted' as const, id })));
  const known = registered.find((webhook) => webhook.url === url);
  const webhook = known ? await revive(sandbox, known.id) : await register(sandbox, url);
  if (webhook !== undefined && 'createdAt' in webhook) return subscribe(sandbox, webhook.id);
  await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  return connectDemo(sandbox, url, signal);
}

/** The same app on this machine at an earlier start, when it listened elsewhere. */
function isEarlierPort(before: string, now: string): boolean {
  const [old, current] = [new URL(before), new URL(now)];
  const isMoved = old.port !== current.port && old.pathname === current.pathname;
  return isMoved && old.hostname === current.hostname;
}

async function revive(sandbox: Sandbox, id: string) {
  await check(sandbox, id);
  const webhook = sandbox.world.webhooks.get(id);
  return webhook?.valid ? webhook : undefined;
}

function subscribe(sandbox: Sandbox, webhookId: string) {
  const at = new Date(sandbox.now()).toISOString();
  const { world } = sandbox;
  const accounts = [...world.people.values()].filter(({ brand }) => brand);
  const wanted = accounts.flatMap(({ id }) =>
    watched.map((eventType) => ({ eventType, userId: id })),
  );
  const missing = wanted.filter(
    ({ eventType, userId }) =>
      ![...world.subscriptions.values()].some(
        (each) =>
          each.eventType === eventType && each.userId === userId && each.webhookId === webhookId,
      ),
  );
  sandbox.record(
    ...missing.map((each) => {
      const subscription: Subscription = {
        id: sandbox.nextId(),
        ...each,
        webhookId,
        createdAt: at,
        updatedAt: at,
      };
      return { kind: 'subscription.created' as const, subscription };
    }),
  );
}
