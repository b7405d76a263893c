import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { Entry } from '../core/facts';
import { eventually, startReceiver } from '../testing/receiver';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox, testApp } from '../testing/start';

const brandId = accounts[0]?.id ?? '';
let sandbox: TestSandbox;
let token: string;
let anaId: string;

beforeEach(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.tokenFor(brandId);
  const ana = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
    username: 'ana_test',
    name: 'Ana',
    door: 'nobody',
  });
  anaId = ana.id;
});
afterEach(() => sandbox.remove());

const write = (text = 'Hello') =>
  sandbox.control('POST', '/sandbox/messages', { from: anaId, to: brandId, text });
const send = (body: unknown, to = anaId) =>
  sandbox.call('POST', `/2/dm_conversations/with/${to}/messages`, token, body);
const ledger = async (kind: string) =>
  (await sandbox.control<{ entries: Entry[] }>('GET', `/sandbox/ledger?kind=${kind}`)).entries;

describe('sending a private message', { timeout: 60_000 }, () => {
  it('is refused to a stranger with a closed door, and allowed once she has written', async () => {
    const refused = await send({ text: 'Buy' });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      title: 'Forbidden',
      status: 403,
      type: 'about:blank',
    });
    await write();
    const sent = await send({ text: 'How can we help?' });
    expect(sent.status).toBe(201);
    const { data } = (await sent.json()) as {
      data: { dm_conversation_id: string; dm_event_id: string };
    };
    const [low, high] = [anaId, brandId].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    expect(data.dm_conversation_id).toBe(`${low}-${high}`);
    expect(sent.headers.get('location')).toContain(`"${data.dm_event_id}"`);
    expect(await ledger('send.attempted')).toMatchObject([
      { outcome: 'refused', reason: 'closed' },
      { outcome: 'accepted', messageId: data.dm_event_id },
    ]);
  });

  it('follows the rule set of the day', async () => {
    await write();
    await sandbox.control('PUT', '/sandbox/settings', {
      ruleSet: 'x.mutual_follow',
      refusals: 'v1',
    });
    const refused = await send({ text: 'Hi' });
    expect(await refused.json()).toMatchObject({ errors: [{ code: 150 }] });
    await sandbox.control('POST', '/sandbox/follow', { from: anaId, to: brandId });
    expect((await send({ text: 'Hi' })).status).toBe(201);
    await sandbox.control('POST', '/sandbox/block', { from: anaId, to: brandId });
    expect((await send({ text: 'Hi' })).status).toBe(403);
  });

  it.each([
    ['no text', {}],
    ['an unknown key', { text: 'x', mood: 'good' }],
    ['an empty text', { text: '' }],
    ['two attachments', { attachments: [{ media_id: '1' }, { media_id: '2' }] }],
  ])('wants exactly the documented body: %s', async (_, body) => {
    await write();
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      type: 'https://api.x.com/2/problems/invalid-request',
    });
  });

  it('stops at 10,000 characters, counted as people count', async () => {
    await write();
    expect((await send({ text: '🍦'.repeat(10_000) })).status).toBe(201);
    const tooLong = await send({ text: '🍦'.repeat(10_001) });
    expect(await tooLong.json()).toMatchObject({ errors: [{ code: 354 }] });
  });

  it('counts down the budget in the headers and answers 429 when it is used up', async () => {
    await write();
    await sandbox.control('PUT', '/sandbox/settings', { budgets: { 'dm.send': { limit: 3 } } });
    const answers = [
      await send({ text: '1' }),
      await send({ text: '2' }),
      await send({ text: '3' }),
      await send({ text: '4' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
    expect(answers.map(({ headers }) => headers.get('x-rate-limit-remaining'))).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    const reset = Number(answers[3]?.headers.get('x-rate-limit-reset'));
    expect(reset - Date.now() / 1000).toBeGreaterThan(890);
    expect(reset - Date.now() / 1000).toBeLessThanOrEqual(901);
    expect(answers[0]?.headers.get('x-user-limit-24hour-limit')).toBe('1440');
    expect((await ledger('message.created')).length).toBe(4);
  });

  it('echoes our own message to the webhook, signed over its exact bytes, with the same id', async () => {
    const receiver = await startReceiver(testApp.consumerSecret);
    await subscribe(receiver.url, ['dm.received', 'dm.sent']);
    await write('Is “salted” <really> 5 > 4?');
    const sent = await send({ text: 'Yes & see https://example.com/salt' });
    const { data } = (await sent.json()) as { data: { dm_event_id: string } };
    await eventually(() => receiver.received.length === 2);
    expect(receiver.received.map(({ isAuthentic }) => isAuthentic)).toEqual([true, true]);
    const bodies = receiver.received.map(({ body }) => JSON.parse(body));
    const inbound = bodies.find(({ data: { event_type } }) => event_type === 'dm.received');
    const echo = bodies.find(({ data: { event_type } }) => event_type === 'dm.sent');
    expect(inbound.data.payload.direct_message_events[0].message_create).toMatchObject({
      sender_id: anaId,
      target: { recipient_id: brandId },
      message_data: { text: 'Is “salted” &lt;really&gt; 5 &gt; 4?' },
    });
    const event = echo.data.payload.direct_message_events[0];
    expect(event.id).toBe(data.dm_event_id);
    const [url] = event.message_create.message_data.entities.urls;
    expect(url.expanded_url).toBe('https://example.com/salt');
    expect(event.message_create.message_data.text).toBe(`Yes &amp; see ${url.url}`);
    expect(Object.keys(echo.data.payload.users).sort()).toEqual([anaId, brandId].sort());
    await receiver.close();
  });

  it('takes a picture with a message and shows it in the look-up', async () => {
    await write();
    const form = new FormData();
    form.set(
      'media',
      new File([new Uint8Array([137, 80, 78, 71])], 'x.png', { type: 'image/png' }),
    );
    form.set('media_category', 'dm_image');
    const uploaded = await fetch(`${sandbox.url}/2/media/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const { data: media } = (await uploaded.json()) as { data: { id: string } };
    expect((await send({ text: 'Look', attachments: [{ media_id: media.id }] })).status).toBe(201);
    expect((await send({ attachments: [{ media_id: '123' }] })).status).toBe(400);
    const lookup = await sandbox.call(
      'GET',
      `/2/dm_conversations/with/${anaId}/dm_events?dm_event.fields=attachments,text&expansions=attachments.media_keys&media.fields=url`,
      token,
    );
    const page = (await lookup.json()) as {
      data: { text: string }[];
      includes: { media: { url: string; type: string }[] };
    };
    expect(page.data[0]?.text).toMatch(/^Look https:\/\/t\.co\/\w{10}$/);
    expect(page.includes.media).toMatchObject([{ type: 'photo' }]);
    const bytes = await sandbox.call(
      'GET',
      new URL(page.includes.media[0]?.url ?? '').pathname,
      token,
    );
    expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});

async function subscribe(url: string, types: string[]) {
  const created = await sandbox.call('POST', '/2/webhooks', testApp.bearerToken, { url });
  const { data } = (await created.json()) as { data: { id: string } };
  const answers = await Promise.all(
    types.map((event_type) =>
      sandbox.call('POST', '/2/activity/subscriptions', token, {
        event_type,
        filter: { user_id: brandId },
        webhook_id: data.id,
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(types.map(() => 200));
}
