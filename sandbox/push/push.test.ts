import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { Entry } from '../core/facts';
import { eventually, startReceiver } from '../testing/receiver';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox, testApp } from '../testing/start';

const brandId = accounts[0]?.id ?? '';
let sandbox: TestSandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let token: string;
let anaId: string;
let webhookId: string;

beforeEach(async () => {
  sandbox = await startTestSandbox({ timeScale: 0.01 });
  receiver = await startReceiver(testApp.consumerSecret);
  token = await sandbox.tokenFor(brandId);
  anaId = (
    await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
      username: 'ana_test',
      name: 'Ana',
    })
  ).id;
  const created = await sandbox.call('POST', '/2/webhooks', testApp.bearerToken, {
    url: receiver.url,
  });
  webhookId = ((await created.json()) as { data: { id: string } }).data.id;
});
afterEach(async () => {
  await sandbox.remove();
  await receiver.close();
});

async function subscribe(...types: string[]) {
  for (const event_type of types) {
    const answer = await sandbox.call('POST', '/2/activity/subscriptions', token, {
      event_type,
      filter: { user_id: brandId },
      webhook_id: webhookId,
      tag: 'porchlight',
    });
    expect(answer.status).toBe(200);
  }
}
const write = (text: string) =>
  sandbox.control<{ id: string }>('POST', '/sandbox/messages', { from: anaId, to: brandId, text });
const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));
const eventIds = () =>
  bodies().flatMap(({ data }) =>
    [data]
      .flat()
      .flatMap((each) => each.payload.direct_message_events.map(({ id }: { id: string }) => id)),
  );
const ledger = async (kind: string) =>
  (await sandbox.control<{ entries: Entry[] }>('GET', `/sandbox/ledger?kind=${kind}`)).entries;

describe('registering a webhook', { timeout: 60_000 }, () => {
  it('wants the answer to its challenge, a new address and a web address', async () => {
    const register = async (url: string) => {
      const answer = await sandbox.call('POST', '/2/webhooks', testApp.bearerToken, { url });
      return ((await answer.json()) as { reason?: string }).reason;
    };
    expect(await register(receiver.url)).toBe('DuplicateUrlFailed');
    expect(await register('ftp://example.com')).toBe('UrlValidationFailed');
    receiver.behaviour.wrongToken = true;
    expect(await register(`${receiver.url}/other`)).toBe('CrcValidationFailed');
    const put = await sandbox.call('PUT', `/2/webhooks/${webhookId}`, testApp.bearerToken);
    expect(put.status).toBe(400);
    const list = await sandbox.call('GET', '/2/webhooks', testApp.bearerToken);
    expect(await list.json()).toMatchObject({ data: [{ id: webhookId, valid: false }] });
  });

  it('lets private events be watched by the account itself only, and each once', async () => {
    const ask = async (as: string, event_type: string) => {
      const answer = await sandbox.call('POST', '/2/activity/subscriptions', as, {
        event_type,
        filter: { user_id: brandId },
        webhook_id: webhookId,
      });
      return answer.status;
    };
    expect(await ask(testApp.bearerToken, 'dm.received')).toBe(403);
    expect(await ask(testApp.bearerToken, 'post.mention.create')).toBe(200);
    expect(await ask(token, 'dm.received')).toBe(200);
    expect(await ask(token, 'dm.received')).toBe(409);
    expect(await ask(token, 'nonsense')).toBe(400);
  });
});

describe('deliveries', { timeout: 60_000 }, () => {
  it('try again after three, twenty-seven and 242 seconds, with the same bytes, then give up', async () => {
    await subscribe('dm.received');
    receiver.behaviour.status = 500;
    await write('nobody takes this');
    await eventually(() => receiver.received.length === 4, 20_000);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    const gaps = receiver.received
      .slice(1)
      .map(({ at }, index) => at - (receiver.received[index]?.at ?? 0));
    expect(gaps[0]).toBeGreaterThanOrEqual(25);
    expect(gaps[1]).toBeGreaterThanOrEqual(260);
    expect(gaps[2]).toBeGreaterThanOrEqual(2400);
    await eventually(() => sandbox.sandbox.world.pendingDeliveries.size === 0);
    expect(await ledger('delivery.ended')).toMatchObject([{ outcome: 'lost' }]);
  });

  it('carry several events at once when asked to', async () => {
    await subscribe('dm.received');
    await sandbox.control('PUT', '/sandbox/settings', { batching: 'list', batchWindowMs: 60 });
    const ids = [(await write('one')).id, (await write('two')).id, (await write('three')).id];
    await eventually(() => receiver.received.length === 1);
    expect(eventIds()).toEqual(ids);
    await sandbox.control('PUT', '/sandbox/settings', { batching: 'data' });
    await write('four');
    await write('five');
    await eventually(() => receiver.received.length === 2);
    expect(bodies()[1].data).toHaveLength(2);
  });

  it('can be late, doubled, dropped and out of order', async () => {
    await subscribe('dm.received');
    await sandbox.control('PUT', '/sandbox/faults', { webhook: { doubled: 1, lateMs: 80 } });
    const sentAt = Date.now();
    await write('twice');
    await eventually(() => receiver.received.length === 2);
    expect((receiver.received[0]?.at ?? 0) - sentAt).toBeGreaterThanOrEqual(75);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    await sandbox.control('PUT', '/sandbox/faults', { webhook: { dropped: 1 } });
    await write('never');
    expect(await ledger('delivery.ended')).toMatchObject([
      { outcome: 'delivered' },
      { outcome: 'dropped' },
    ]);
    await sandbox.control('PUT', '/sandbox/faults', { webhook: { reordered: 0.5, seed: 3 } });
    receiver.received.length = 0;
    const ids: string[] = [];
    for (let turn = 0; turn < 12; turn++) {
      ids.push((await write(`turn ${turn}`)).id);
    }
    await eventually(() => receiver.received.length === 12);
    expect(eventIds()).not.toEqual(ids);
    expect([...eventIds()].sort()).toEqual([...ids].sort());
  });

  it('go on after a restart with what was not finished', async () => {
    await subscribe('dm.received');
    receiver.behaviour.status = 503;
    const { id } = await write('pending');
    await eventually(() => receiver.received.length > 0);
    await sandbox.close();
    receiver.behaviour.status = 200;
    receiver.received.length = 0;
    sandbox = await startTestSandbox({ dataDir: sandbox.dataDir, timeScale: 0.01 });
    await eventually(() => eventIds().includes(id));
  });

  it('can be asked for again', async () => {
    await subscribe('dm.received');
    await write('replay me');
    await eventually(() => receiver.received.length === 1);
    const minute = (offsetMs: number) =>
      new Date(Date.now() + offsetMs).toISOString().replace(/\D/g, '').slice(0, 12);
    const answer = await sandbox.call('POST', '/2/webhooks/replay', testApp.bearerToken, {
      webhook_id: webhookId,
      from_date: minute(-120_000),
      to_date: minute(120_000),
    });
    expect(answer.status).toBe(200);
    await eventually(() => receiver.received.length === 2);
  });
});

describe('what is told', { timeout: 60_000 }, () => {
  it('tells of follows, mentions, answers, quotes, blocks, encrypted messages and disconnection', async () => {
    await subscribe(
      'follow.follow',
      'follow.unfollow',
      'post.mention.create',
      'post.reply.create',
      'post.quote.create',
      'chat.received',
      'block.block',
    );
    const { control } = sandbox;
    await control('POST', '/sandbox/follow', { from: anaId, to: brandId });
    await control('POST', '/sandbox/unfollow', { from: anaId, to: brandId });
    await control('POST', '/sandbox/posts', { from: anaId, text: 'Hey @saltedcaramel' });
    const posted = await sandbox.call('POST', '/2/tweets', token, { text: 'New: fig' });
    const { data } = (await posted.json()) as { data: { id: string } };
    await control('POST', '/sandbox/posts', {
      from: anaId,
      text: '@saltedcaramel fig!',
      inReplyTo: data.id,
    });
    await control('POST', '/sandbox/posts', { from: anaId, text: 'At last', quotes: data.id });
    await control('PATCH', `/sandbox/people/${anaId}`, { encrypted: true });
    await write('unreadable');
    await control('POST', '/sandbox/block', { from: brandId, to: anaId });
    await control('POST', `/sandbox/accounts/${brandId}/revoke`);
    await eventually(() => receiver.received.length === 8);
    const told = new Map(bodies().map(({ data: event }) => [event.event_type, event]));
    expect([...told.keys()].sort()).toEqual([
      'block.block',
      'chat.received',
      'follow.follow',
      'follow.unfollow',
      'oauth.revoke',
      'post.mention.create',
      'post.quote.create',
      'post.reply.create',
    ]);
    expect(told.get('follow.follow').payload).toMatchObject({
      source: { data: { id: anaId } },
      target: { data: { id: brandId } },
    });
    expect(told.get('post.mention.create').includes.users[0]).toMatchObject({ id: anaId });
    expect(told.get('post.reply.create').payload).toMatchObject({ in_reply_to_tweet_id: data.id });
    expect(JSON.stringify(told.get('chat.received'))).not.toContain('unreadable');
    expect(told.get('oauth.revoke')).toMatchObject({ filter: {}, payload: { user_id: brandId } });
  });

  it('speaks the older envelope too, with ids that JavaScript would break', async () => {
    const subscribed = await sandbox.call(
      'POST',
      `/2/account_activity/webhooks/${webhookId}/subscriptions/all`,
      token,
    );
    expect(await subscribed.json()).toEqual({ data: { subscribed: true } });
    await sandbox.control('PUT', '/sandbox/settings', { envelope: 'aaa' });
    const { id } = await write('old style');
    await eventually(() => receiver.received.length === 1);
    expect(bodies()[0]).toMatchObject({
      for_user_id: brandId,
      direct_message_events: [{ id }],
      users: { [anaId]: { screen_name: 'ana_test' } },
    });
    const post = await sandbox.control<{ id: string }>('POST', '/sandbox/posts', {
      from: anaId,
      text: '@saltedcaramel hi',
    });
    await eventually(() => receiver.received.length === 2);
    expect(receiver.received[1]?.body).toContain(`"id":${post.id},"id_str":"${post.id}"`);
    expect(receiver.received.every(({ isAuthentic }) => isAuthentic)).toBe(true);
  });

  it('is never held up by an app that is away', async () => {
    await subscribe('dm.received', 'dm.sent');
    await write('before');
    await receiver.close();
    const startedMs = Date.now();
    await write('while away');
    const sent = await sandbox.call('POST', `/2/dm_conversations/with/${anaId}/messages`, token, {
      text: 'us too',
    });
    expect(sent.status).toBe(201);
    expect(Date.now() - startedMs).toBeLessThan(8000);
    receiver = await startReceiver(testApp.consumerSecret);
  });
});
