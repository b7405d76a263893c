import type { Delivery, Signal } from '../core/entities';
import type { Entry } from '../core/facts';
import type { Sandbox } from '../core/sandbox';
import { seeded } from '../seeded';
import { deliverer } from './deliverer';
import type { Happening } from './signals';
import { happeningsOf, signalOf } from './signals';

export type Push = {
  /** Delivers past events again. Answers how many deliveries there were. */
  replay(webhookId: string, fromIso: string, toIso: string): number;
  close(): void;
};

/** Watches the ledger and tells subscribed webhooks what happens. It never holds up whoever made it happen. */
export function startPush(sandbox: Sandbox, origin: () => string): Push {
  const { world } = sandbox;
  const deliver = deliverer(sandbox, origin);
  const batches = new Map<string, Signal[]>();
  let draw = seeded(world.faults.webhook.seed ?? 1);

  function queue(webhookId: string, signals: Signal[], inner: Delivery['inner']) {
    const delivery: Delivery = {
      id: sandbox.nextId(),
      webhookId,
      envelope: world.settings.envelope,
      inner,
      signals,
    };
    sandbox.record({ kind: 'delivery.queued', delivery });
    const { lateMs = 0, doubled = 0, reordered = 0, dropped = 0 } = world.faults.webhook;
    if (draw() < dropped) {
      sandbox.record({ kind: 'delivery.ended', id: delivery.id, outcome: 'dropped' });
      return;
    }
    const heldMs = draw() < reordered ? 50 + draw() * 1500 : 0;
    deliver.begin(delivery, lateMs + heldMs);
    if (draw() < doubled) deliver.repeat(delivery, lateMs + heldMs + draw() * 200);
  }

  function hear(webhookId: string, signal: Signal) {
    const { batching, batchWindowMs } = world.settings;
    if (batching === 'none') return queue(webhookId, [signal], 'one');
    const kind = batching === 'list' ? signal.type : 'any';
    const key = `${webhookId}:${signal.userId}:${kind}`;
    const batch = batches.get(key);
    if (batch) return void batch.push(signal);
    batches.set(key, [signal]);
    setTimeout(() => {
      const signals = batches.get(key) ?? [];
      batches.delete(key);
      queue(webhookId, signals, signals.length === 1 ? 'one' : batching);
    }, batchWindowMs).unref();
  }

  const onEntries = (entries: readonly Entry[]) => {
    if (entries.some(({ kind }) => kind === 'faults.changed'))
      draw = seeded(world.faults.webhook.seed ?? 1);
    for (const entry of entries) {
      for (const happening of happeningsOf(world, entry)) {
        for (const [webhookId, tag] of listenersOf(sandbox, happening))
          hear(webhookId, signalOf(happening, entry.at, tag));
      }
    }
  };
  sandbox.changes.on('entries', onEntries);
  deliver.resume();

  return {
    replay(webhookId, fromIso, toIso) {
      const past = [...world.deliveries.values()].filter(
        (delivery) =>
          delivery.webhookId === webhookId &&
          delivery.signals.some(({ at }) => at >= fromIso && at <= toIso),
      );
      for (const delivery of past) deliver.repeat(delivery, 0);
      return past.length;
    },
    close() {
      sandbox.changes.off('entries', onEntries);
      deliver.close();
    },
  };
}

/** The webhooks that hear of it, each once, with the tag of the subscription. */
function listenersOf({ world }: Sandbox, happening: Happening): Map<string, string | undefined> {
  const listeners = new Map<string, string | undefined>();
  for (const { id, valid } of world.webhooks.values()) {
    const account = world.accountSubscriptions.has(`${id}:${happening.userId}`);
    if (valid && (account || happening.type === 'oauth.revoke')) listeners.set(id, undefined);
  }
  for (const { webhookId, eventType, userId, direction, tag } of world.subscriptions.values()) {
    const valid = webhookId !== undefined && world.webhooks.get(webhookId)?.valid;
    const concerns = eventType === happening.type && userId === happening.userId;
    if (valid && concerns && (direction === undefined || direction === happening.direction))
      listeners.set(webhookId, tag);
  }
  return listeners;
}
