import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { client } from './client';
import { brand, other } from './deliveries.fixture';
import { subscribedTypes } from './event-types';
import type { Seen } from './stand-in.fixture';
import { appAt, json, standIn } from './stand-in.fixture';

const hook = 'https://porchlight.test/api/webhooks/x';
const types = subscribedTypes.map(({ type }) => type);

type Sub = {
  subscription_id: string;
  event_type: string;
  filter: { user_id: string };
  webhook_id: string;
};

function sub(event_type: string, user_id = brand, webhook_id = '500'): Sub {
  return { subscription_id: `${subs++}`, event_type, filter: { user_id }, webhook_id };
}
let subs = 900;

type World = {
  webhooks: { id: string; url: string; valid: boolean }[];
  subscriptions: Sub[];
  refuse?: (type: string) => boolean;
  shape?: (made: Sub) => unknown;
};

/** As much of X as subscribing needs, with its state in the open. */
async function network(world: World) {
  const { url, seen } = await standIn((asked, response) => answer(world, asked, response));
  const account = { accessToken: 'user-token', externalId: brand };
  return { channel: client(appAt(url), account), url, seen };
}

function answer(world: World, { method, path, body }: Seen, response: ServerResponse) {
  const [, , area = '', id = ''] = path.replace('/activity', '').split('/');
  const given = body.length > 0 ? JSON.parse(`${body}`) : {};
  if (area === 'webhooks') return answerWebhooks(world, { method, id, given }, response);
  if (method === 'GET') return json(response, 200, { data: world.subscriptions });
  if (method === 'POST') return answerCreate(world, given, response);
  if (method === 'PUT') {
    for (const one of world.subscriptions)
      if (one.subscription_id === id) one.webhook_id = given.webhook_id;
    return json(response, 200, { data: {} });
  }
  const before = world.subscriptions.length;
  world.subscriptions = world.subscriptions.filter((one) => one.subscription_id !== id);
  const isGone = world.subscriptions.length < before;
  return json(response, isGone ? 200 : 404, { data: { deleted: isGone } });
}

function answerWebhooks(
  world: World,
  { method, id, given }: { method: string; id: string; given: { url?: string } },
  response: ServerResponse,
) {
  if (method === 'GET')
    return json(response, 200, world.webhooks.length > 0 ? { data: world.webhooks } : {});
  if (method === 'POST') {
    const made = {
      id: '500',
      url: `${given.url}`,
      valid: true,
      created_at: '2026-08-01T00:00:00Z',
    };
    world.webhooks.push(made);
    return json(response, 200, { data: made });
  }
  if (method === 'DELETE') world.webhooks = world.webhooks.filter((one) => one.id !== id);
  for (const one of world.webhooks) if (one.id === id) one.valid = true;
  return json(response, 200, { data: { valid: true, deleted: true } });
}

function answerCreate(world: World, given: Omit<Sub, 'subscription_id'>, response: ServerResponse) {
  const isThere = world.subscriptions.some(
    (one) => one.event_type === given.event_type && one.filter.user_id === given.filter.user_id,
  );
  if (isThere || world.refuse?.(given.event_type)) {
    const errors = [{ code: 355, message: 'Subscription already exists.' }];
    return json(response, isThere ? 409 : 403, { errors });
  }
  const made = sub(given.event_type, given.filter.user_id, given.webhook_id);
  world.subscriptions.push(made);
  return json(response, 200, { data: world.shape?.(made) ?? { subscription: made } });
}

function typesOf(world: World, user = brand) {
  return world.subscriptions
    .filter(({ filter }) => filter.user_id === user)
    .map(({ event_type }) => event_type)
    .toSorted();
}

describe('subscribing a brand account', () => {
  it('makes the webhook and one subscription for every kind of message', async () => {
    const world: World = { webhooks: [], subscriptions: [] };
    const { channel, seen } = await network(world);
    expect(await channel.subscribe(hook)).toEqual({ missing: [] });
    expect(world.webhooks).toMatchObject([{ url: hook }]);
    expect(typesOf(world)).toEqual(types.toSorted());
    expect(new Set(world.subscriptions.map(({ webhook_id }) => webhook_id))).toEqual(
      new Set(['500']),
    );
    const credentials = seen.map(({ method, path, headers }) => [
      method,
      path,
      headers.authorization,
    ]);
    expect(credentials).toContainEqual(['POST', '/2/webhooks', 'Bearer app-bearer']);
    expect(credentials).toContainEqual(['GET', '/2/activity/subscriptions', 'Bearer app-bearer']);
    expect(credentials).toContainEqual(['POST', '/2/activity/subscriptions', 'Bearer user-token']);
  });

  it('changes nothing when done again', async () => {
    const world: World = { webhooks: [], subscriptions: [] };
    const { channel, seen } = await network(world);
    await channel.subscribe(hook);
    const before = structuredClone(world);
    const asked = seen.length;
    await channel.subscribe(hook);
    expect(world).toEqual(before);
    expect(seen.slice(asked).map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it("uses the app's webhook again, has it checked if X gave up on it, and minds no other's", async () => {
    const world: World = {
      webhooks: [
        { id: '400', url: 'https://elsewhere.test/hook', valid: false },
        { id: '500', url: hook, valid: false },
      ],
      subscriptions: [sub('dm.received', other)],
    };
    const { channel } = await network(world);
    await channel.subscribe(hook);
    expect(world.webhooks.map(({ valid }) => valid)).toEqual([false, true]);
    expect(typesOf(world)).toEqual(types.toSorted());
    expect(typesOf(world, other)).toEqual(['dm.received']);
  });

  it('takes over what X pushes to an address of before', async () => {
    const world: World = { webhooks: [], subscriptions: [sub('dm.received', brand, '300')] };
    const { channel } = await network(world);
    await channel.subscribe(hook);
    expect(typesOf(world)).toEqual(types.toSorted());
    expect(world.subscriptions.every(({ webhook_id }) => webhook_id === '500')).toBe(true);
  });

  it.each([
    ['an object in data.subscription', (made: Sub) => ({ subscription: made })],
    ['an object in data', (made: Sub) => made],
    ['a list in data', (made: Sub) => [made]],
  ])('understands an answer with %s', async (_, shape) => {
    const world: World = { webhooks: [], subscriptions: [], shape };
    const { channel } = await network(world);
    expect(await channel.subscribe(hook)).toEqual({ missing: [] });
  });

  it('does without encrypted chats but not without messages', async () => {
    const modest: World = {
      webhooks: [],
      subscriptions: [],
      refuse: (type) => type.startsWith('chat.'),
    };
    const { channel } = await network(modest);
    expect(await channel.subscribe(hook)).toEqual({ missing: ['chat.received', 'chat.sent'] });
    const shut: World = { webhooks: [], subscriptions: [], refuse: () => true };
    const refused = await network(shut);
    await expect(refused.channel.subscribe(hook)).rejects.toMatchObject({
      failure: { kind: 'refused', status: 403 },
    });
  });

  it('signs the request by OAuth 1.0a where the account granted that too', async () => {
    const { url, seen } = await network({ webhooks: [], subscriptions: [] });
    const oauth1 = { token: 'token-1', tokenSecret: 'token-secret-1' };
    const channel = client(appAt(url), { accessToken: 'user-token', externalId: brand, oauth1 });
    await channel.subscribe(hook);
    const created = seen.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/subscriptions'),
    );
    expect(created).toHaveLength(types.length);
    for (const { headers } of created) {
      expect(headers.authorization).toMatch(/^OAuth .*oauth_token="token-1".*oauth_signature="/);
    }
  });
});

describe('ending the subscriptions of an account', () => {
  it("removes its own, leaves everybody else's, and is content when there is nothing left", async () => {
    const world: World = { webhooks: [], subscriptions: [sub('dm.received', other)] };
    const { channel } = await network(world);
    await channel.subscribe(hook);
    await channel.unsubscribe();
    await channel.unsubscribe();
    expect(typesOf(world)).toEqual([]);
    expect(typesOf(world, other)).toEqual(['dm.received']);
    expect(world.webhooks).toMatchObject([{ url: hook }]);
  });

  it('removes the webhook with the last subscription on it', async () => {
    const world: World = { webhooks: [], subscriptions: [] };
    const { channel } = await network(world);
    await channel.subscribe(hook);
    await channel.unsubscribe();
    expect(world.webhooks).toEqual([]);
  });
});
