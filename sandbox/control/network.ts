import { z } from 'zod';
import type { Delivery } from '../core/entities';
import type { Entry } from '../core/facts';
import type { Faults } from '../core/faults';
import { faultsPatchSchema, noFaults } from '../core/faults';
import { defaultSettings, patched, settingsPatchSchema } from '../core/network-settings';
import type { Sandbox } from '../core/sandbox';
import type { Route } from '../http/route';
import { brandScopes, issueGrant, knownScopes, oauth1Tokens } from '../oauth/tokens';
import { check } from '../push/crc';
import type { Operate, Operation } from './operation';
import { ControlError, done, inputOf, made, personFor } from './operation';

/** The network's own switches, and what a judge may read. */
export function networkRoutes(
  reset: (seed?: 'story' | 'accounts' | 'none') => void,
): Route<Operate>[] {
  return [
    {
      method: 'GET',
      path: '/sandbox/settings',
      target: ({ sandbox }) => done(sandbox.world.settings),
    },
    { method: 'PUT', path: '/sandbox/settings', target: changeSettings },
    { method: 'DELETE', path: '/sandbox/settings', target: restoreSettings },
    { method: 'GET', path: '/sandbox/faults', target: ({ sandbox }) => done(sandbox.world.faults) },
    { method: 'PUT', path: '/sandbox/faults', target: changeFaults },
    { method: 'DELETE', path: '/sandbox/faults', target: endFaults },
    { method: 'GET', path: '/sandbox/ledger', target: ledger },
    { method: 'GET', path: '/sandbox/webhooks', target: webhooks },
    { method: 'POST', path: '/sandbox/webhooks/{id}/crc', target: crc },
    { method: 'GET', path: '/sandbox/deliveries', target: deliveries },
    { method: 'POST', path: '/sandbox/tokens', target: giveTokens },
    { method: 'POST', path: '/sandbox/tokens/expire', target: expireTokens },
    { method: 'GET', path: '/sandbox/accounts/{id}/keys', target: keys },
    { method: 'POST', path: '/sandbox/accounts/{id}/revoke', target: revoke },
    { method: 'PUT', path: '/sandbox/secret', target: rotateSecret },
    {
      method: 'POST',
      path: '/sandbox/reset',
      target: (operation) => {
        reset(
          inputOf(
            operation,
            z.strictObject({ seed: z.enum(['story', 'accounts', 'none']).optional() }),
          ).seed,
        );
        return done();
      },
    },
  ];
}

function changeSettings(operation: Operation) {
  const { sandbox } = operation;
  const settings = patched(sandbox.world.settings, inputOf(operation, settingsPatchSchema));
  sandbox.record({ kind: 'settings.changed', settings });
  return done(settings);
}

function restoreSettings({ sandbox }: Operation) {
  sandbox.limits.reset();
  sandbox.record({ kind: 'settings.changed', settings: defaultSettings });
  return done(defaultSettings);
}

function changeFaults(operation: Operation) {
  const { sandbox } = operation;
  const {
    send,
    lookup,
    media,
    webhook,
    creditsGone,
    expireTokens: expire,
  } = inputOf(operation, faultsPatchSchema);
  const before = sandbox.world.faults;
  const faults: Faults = {
    send: send === undefined ? before.send : (send ?? []),
    lookup: lookup === undefined ? before.lookup : (lookup ?? []),
    media: media === undefined ? before.media : (media ?? []),
    webhook: webhook === undefined ? before.webhook : (webhook ?? {}),
    creditsGone: creditsGone ?? before.creditsGone,
  };
  sandbox.record({ kind: 'faults.changed', faults });
  if (expire) sandbox.record({ kind: 'tokens.expired' });
  return done(sandbox.world.faults);
}

function endFaults({ sandbox }: Operation) {
  sandbox.record({ kind: 'faults.changed', faults: noFaults });
  return done(sandbox.world.faults);
}

/** `kind`: several with commas; a name ending in a dot stands for all that begin so. `since`: the first offset wanted. */
function ledger({ sandbox, query }: Operation) {
  const kinds = (query.get('kind') ?? '').split(',').filter(Boolean);
  const since = Math.max(0, Number(query.get('since') ?? 0) || 0);
  const limit = Math.min(Number(query.get('limit') ?? 100_000) || 100_000, 1_000_000);
  const wanted = ({ kind }: Entry) =>
    kinds.length === 0 ||
    kinds.some((each) => kind === each || (each.endsWith('.') && kind.startsWith(each)));
  const entries = sandbox.ledger.entries.slice(since).filter(wanted).slice(0, limit);
  const last = entries.at(-1);
  const isCut = entries.length === limit;
  return done({ entries, next: isCut && last ? last.offset + 1 : sandbox.ledger.entries.length });
}

function webhooks({ sandbox }: Operation) {
  const { world } = sandbox;
  const subscriptions = [...world.subscriptions.values()];
  const shown = [...world.webhooks.values()].map((webhook) => ({
    ...webhook,
    subscriptions: subscriptions.filter(({ webhookId }) => webhookId === webhook.id).length,
    accounts: [...world.accountSubscriptions].filter((key) => key.startsWith(`${webhook.id}:`))
      .length,
  }));
  return done({ webhooks: shown });
}

async function crc({ sandbox, params }: Operation) {
  const id = params['id'] ?? '';
  if (!sandbox.world.webhooks.has(id)) throw new ControlError(404, 'There is no such webhook.');
  return done(await check(sandbox, id));
}

type Attempt = { at: string; attempt: number; status: number | null; ms: number; why?: string };

/** The newest deliveries with every attempt. */
function deliveries({ sandbox, query }: Operation) {
  const limit = Math.min(Number(query.get('limit') ?? 50), 1000);
  const newest = [...sandbox.world.deliveries.values()].slice(-limit).reverse();
  const shown = new Map(
    newest.map((delivery) => [
      delivery.id,
      { ...delivery, outcome: outcomeOf(sandbox, delivery), attempts: [] as Attempt[] },
    ]),
  );
  for (const entry of sandbox.ledger.entries) {
    if (entry.kind === 'delivery.ended') {
      const delivery = shown.get(entry.id);
      if (delivery) delivery.outcome = entry.outcome;
    }
    if (entry.kind === 'delivery.attempted') {
      const { at, attempt, status, ms, why } = entry;
      shown.get(entry.id)?.attempts.push({ at, attempt, status, ms, ...(why ? { why } : {}) });
    }
  }
  return done({
    deliveries: [...shown.values()],
    total: sandbox.world.deliveries.size,
    pending: sandbox.world.pendingDeliveries.size,
  });
}

function outcomeOf({ world }: Sandbox, { id }: Delivery): string {
  return world.pendingDeliveries.has(id) ? 'pending' : 'delivered';
}

/** A grant without the consent page, for tests. */
function giveTokens(operation: Operation) {
  const asked = inputOf(
    operation,
    z.strictObject({
      accountId: z.string(),
      scopes: z
        .array(z.enum(knownScopes))
        .default([...(brandScopes as (typeof knownScopes)[number][])]),
    }),
  );
  const account = personFor(operation, asked.accountId);
  if (!account.brand) throw new ControlError(400, 'Only brand accounts can be connected.');
  return made(issueGrant(operation.sandbox, account.id, [...asked.scopes]));
}

function expireTokens(operation: Operation) {
  const { accountId } = inputOf(operation, z.strictObject({ accountId: z.string().optional() }));
  operation.sandbox.record({ kind: 'tokens.expired', ...(accountId ? { accountId } : {}) });
  return done();
}

function keys(operation: Operation) {
  const account = personFor(operation, operation.params['id'] ?? '');
  return done(oauth1Tokens(operation.sandbox.app.consumerSecret, account.id));
}

/** The owner of an account disconnects the app. */
function revoke(operation: Operation) {
  const account = personFor(operation, operation.params['id'] ?? '');
  operation.sandbox.record({ kind: 'grant.revoked', accountId: account.id, by: 'owner' });
  return done();
}

/** Signs with another secret from now on. Kept in memory: a restart returns to the configured one. */
function rotateSecret(operation: Operation) {
  const { consumerSecret } = inputOf(
    operation,
    z.strictObject({ consumerSecret: z.string().min(16) }),
  );
  operation.sandbox.app.consumerSecret = consumerSecret;
  return done();
}
