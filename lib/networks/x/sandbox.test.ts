import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { normaliseText } from '@/lib/domain/delivery/normalise';
import { files } from '@/lib/domain/files/files.fixture';
import { lookAt } from '@/lib/domain/files/look';
import type { RunningSandbox } from '@/sandbox/server';
import { startSandbox } from '@/sandbox/server';
import type { AppConfig, ChannelClient, InboundEvent, LookedUpMessage, Tokens } from '../network';
import { x } from '.';
import type { Receiver } from './stand-in.fixture';
import { receiver } from './stand-in.fixture';

const redirectUri = 'https://porchlight.test/api/connect/x';
const keys = {
  clientId: 'client-of-ours',
  clientSecret: 'its-secret-of-ours',
  consumerKey: 'consumer-key',
  consumerSecret: 'consumer-secret-of-ours',
  bearerToken: 'app-bearer-of-ours',
};

let dataDir: string;
let running: RunningSandbox;
let app: AppConfig;
let hook: Receiver;
let brandId: string;
let customerId: string;
let tokens: Tokens;
let channel: ChannelClient;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'porchlight-sandbox-'));
  running = await startSandbox({ app: keys, dataDir, port: 0, seed: 'accounts' });
  const { consumerSecret, ...rest } = keys;
  app = {
    ...rest,
    apiUrl: running.url,
    siteUrl: running.url,
    authorizeUrl: `${running.url}/i/oauth2/authorize`,
    consumerSecrets: [consumerSecret],
  };
  hook = await receiver(x, app);
  brandId = [...running.sandbox.world.people.values()].find(({ brand }) => brand)?.id ?? '';
  const people = await control('people', { username: 'ada_scoops', name: 'Ada', door: 'nobody' });
  customerId = idIn(people);
  tokens = await consent();
  channel = x.client(app, { accessToken: tokens.accessToken, externalId: brandId });
});

afterAll(async () => {
  await running.close();
  await hook.close();
  rmSync(dataDir, { recursive: true, force: true });
});

beforeEach(() => {
  running.sandbox.limits.reset();
});

describe('against the sandbox, a brand account', { timeout: 20_000 }, () => {
  it('is connected with its consent, and is the one that consented', async () => {
    expect(tokens.scope.split(' ')).toContain('dm.write');
    expect(tokens.refreshToken).toEqual(expect.any(String));
    expect((await channel.me()).value).toMatchObject({ externalId: brandId });
  });

  it('subscribes once, however often it is told to', async () => {
    const subscriptions = () =>
      [...running.sandbox.world.subscriptions.values()].filter(({ userId }) => userId === brandId);
    expect(await channel.subscribe(hook.url)).toEqual({ missing: [] });
    const first = subscriptions();
    expect(first.map(({ eventType }) => eventType).toSorted()).toEqual([
      'block.block',
      'block.unblock',
      'chat.received',
      'chat.sent',
      'dm.received',
      'dm.sent',
      'follow.follow',
      'follow.unfollow',
      'post.create',
      'post.delete',
      'post.mention.create',
      'post.quote.create',
      'post.reply.create',
    ]);
    await channel.subscribe(hook.url);
    expect(subscriptions()).toEqual(first);
    expect(running.sandbox.world.webhooks.size).toBe(1);
  });

  it('is refused while the customer is closed, and hears them in their own words', async () => {
    expect(await channel.send(customerId, { text: 'Hello?' })).toMatchObject({
      outcome: { kind: 'refused', reason: 'RECIPIENT_CLOSED' },
      rate: { limit: 15, remaining: 14 },
    });
    const text =
      'Is <b>pistachio</b> & "mint" back? See https://shop.example/?a=1&b=%20 👩‍👧 &amp; so';
    const written = await write(text);
    expect(await heard(written)).toMatchObject({
      direction: 'inbound',
      channelExternalId: brandId,
      participant: { externalId: customerId, handle: 'ada_scoops', name: 'Ada' },
      text,
    });
  });

  it('answers, hears its own answer, and finds both again by looking', async () => {
    const text = 'Since Tuesday: https://shop.example/menu?x=1&y=2 <3 & more';
    const { outcome, rate } = await channel.send(customerId, { text });
    if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${outcome.detail}`);
    expect(rate?.resetAt.getTime()).toBeGreaterThan(Date.now());
    const echo = await heard(outcome.externalId);
    expect(echo).toMatchObject({ direction: 'outbound', participant: { externalId: customerId } });
    const conversation = (await channel.messagesWith(customerId)).value;
    const everything = (await channel.recentMessages()).value;
    const [newest, oldest] = conversation.messages;
    expect(newest).toMatchObject({ externalId: outcome.externalId, direction: 'outbound' });
    expect(oldest).toMatchObject({ direction: 'inbound', participant: { handle: 'ada_scoops' } });
    expect(everything.messages).toMatchObject(
      conversation.messages.map(({ externalId }) => ({ externalId })),
    );
    for (const seen of [echo, newest])
      expect(normaliseText(`${seen?.text}`)).toBe(normaliseText(text));
    expect(newest?.at).toEqual(echo.at);
    const next = await channel.messagesWith(customerId, conversation.nextToken);
    expect(next.value).toEqual({ messages: [] });
  });

  it.each([
    ['image', files.png, 'image/png'],
    ['gif', files.gif, 'image/gif'],
    ['video', files.mp4, 'video/mp4'],
  ] as const)(
    'sends a file (%s), sees it alike in the echo and in the look-up, and can fetch it',
    async (kind, bytes, mimeType) => {
      const { value: media } = await channel.uploadMedia(bytes, kind, mimeType);
      expect(media.state).toBe('ready');
      expect((await channel.mediaState(media.mediaId)).value).toBe('ready');
      const message = { text: 'This one', mediaIds: [media.mediaId] };
      const { outcome } = await channel.send(customerId, message);
      if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${outcome.detail}`);
      const [lookedUp] = (await channel.messagesWith(customerId)).value.messages;
      const { file } = knownAs(bytes);
      for (const seen of [await heard(outcome.externalId), lookedUp]) {
        expect(seen).toMatchObject({
          text: 'This one',
          attachments: [
            { kind, externalId: media.mediaId, width: file.width, height: file.height },
          ],
        });
        const url = `${seen?.attachments[0]?.url}`;
        const { value } = await channel.downloadMedia(url, bytes.length);
        expect(Buffer.from(value).equals(bytes)).toBe(true);
        await expect(channel.downloadMedia(url, bytes.length - 1)).rejects.toMatchObject({
          failure: { kind: 'too_large' },
        });
      }
    },
  );

  it.each([
    ['xaa', 'data'],
    ['xaa', 'list'],
    ['aaa', 'list'],
    ['aaa', 'none'],
  ])(
    'hears all of several messages in the envelope %s with batching %s',
    async (envelope, batching) => {
      await control('settings', { envelope, batching, batchWindowMs: 50 }, 'PUT');
      const texts = [1, 2, 3].map((nth) => `${envelope} ${batching} ${nth} <&>`);
      const ids = await Promise.all(texts.map(write));
      const messages = await Promise.all(ids.map(heard));
      expect(messages.map(({ text }) => text)).toEqual(texts);
      expect(messages.map(({ participant }) => participant.handle)).toEqual(
        Array(3).fill('ada_scoops'),
      );
      await control('settings', { envelope: 'xaa', batching: 'none' }, 'PUT');
    },
  );

  it('knows the customer, and answers in public with a button to write', async () => {
    const { value: found } = await channel.people([customerId, '999']);
    expect(found).toMatchObject([{ externalId: customerId, handle: 'ada_scoops' }]);
    const messageLink = `https://x.com/messages/compose?recipient_id=${brandId}`;
    const posted = await channel.post('Write to us', { messageLink });
    if (posted.outcome.kind !== 'accepted') throw new Error(posted.outcome.kind);
    const { externalId } = posted.outcome;
    expect(running.sandbox.world.posts.has(externalId)).toBe(true);
    const { value: own } = await channel.ownPosts();
    expect(own.posts[0]).toMatchObject({ externalId, text: 'Write to us' });
  });

  it('notices an encrypted message without reading it', async () => {
    const body = { username: 'cipher', door: 'everyone', encrypted: true };
    const secretive = idIn(await control('people', body));
    await control('messages', { from: secretive, to: brandId, text: 'sealed' });
    await vi.waitFor(() =>
      expect(hook.events).toContainEqual(
        expect.objectContaining({ kind: 'unreadable', participant: { externalId: secretive } }),
      ),
    );
    expect(JSON.stringify(hook.events)).not.toContain('sealed');
  });
});

describe('against the faults of the sandbox, an attempt', { timeout: 20_000 }, () => {
  it.each([
    ['refuse', 'refused', false],
    ['rate_limited', 'not_accepted', false],
    ['error_before_accept', 'unknown', false],
    ['error_after_accept', 'unknown', true],
    ['timeout_before_accept', 'unknown', false],
    ['timeout_after_accept', 'unknown', true],
    ['reset_before_accept', 'unknown', false],
    ['reset_after_accept', 'unknown', true],
    ['swallow_reply', 'unknown', true],
    ['unparseable', 'unknown', true],
  ])('that meets %s is %s', async (mode, kind, isThere) => {
    const text = `fault ${mode}`;
    await control('faults', { send: [{ mode, times: 1 }] }, 'PUT');
    const callDeadlineMs = mode.startsWith('timeout') ? 1_000 : 10_000;
    const account = { accessToken: tokens.accessToken, externalId: brandId };
    const attempt = x.client({ ...app, callDeadlineMs }, account).send(customerId, { text });
    expect(await attempt).toMatchObject({ outcome: { kind } });
    const messages = [...running.sandbox.world.messages.values()];
    expect(messages.filter((message) => message.text === text)).toHaveLength(isThere ? 1 : 0);
    const { value } = await channel.messagesWith(customerId);
    expect(value.messages.some((message) => message.text === text)).toBe(isThere);
  });

  it.each([
    [150, 'RECIPIENT_CLOSED'],
    [389, 'BLOCKED_BY_US'],
    [226, 'SENDER_RESTRICTED'],
    [354, 'TEXT_TOO_LONG'],
    ['scopes', 'APP_SCOPE_MISSING'],
    ['not_permitted', 'SENDER_RESTRICTED'],
    ['credits', 'CREDITS_DEPLETED'],
  ])('that is refused with %s is explained as %s', async (code, reason) => {
    await control('faults', { send: [{ mode: 'refuse', code, times: 1 }] }, 'PUT');
    expect((await channel.send(customerId, { text: 'hi' })).outcome).toMatchObject({ reason });
  });

  it('beyond the budget is put off until the window ends', async () => {
    const budgets = { 'dm.send': { limit: 2, windowSeconds: 900 } };
    await control('settings', { budgets }, 'PUT');
    const texts = ['one of two', 'two of two', 'three of two'];
    const answers: Awaited<ReturnType<ChannelClient['send']>>[] = [];
    for (const text of texts) answers.push(await channel.send(customerId, { text }));
    expect(answers.map(({ rate }) => rate?.remaining)).toEqual([1, 0, 0]);
    const [last] = answers.slice(-1);
    expect(last?.outcome).toEqual({
      kind: 'not_accepted',
      reason: 'RATE_LIMITED',
      retryAt: last?.rate?.resetAt,
      detail: expect.any(String),
    });
    await control('settings', { budgets: { 'dm.send': { limit: 15 } } }, 'PUT');
  });
});

describe('against the sandbox, at the end of a grant', { timeout: 20_000 }, () => {
  it('an expired token is refreshed, and the old refresh token is spent', async () => {
    await control('tokens/expire', {});
    expect((await channel.send(customerId, { text: 'late' })).outcome).toMatchObject({
      kind: 'not_accepted',
      reason: 'ACCOUNT_DISCONNECTED',
    });
    const flow = x.connect(app);
    const renewed = await flow.refresh(`${tokens.refreshToken}`);
    expect(renewed.refreshToken).not.toBe(tokens.refreshToken);
    const again = x.client(app, { accessToken: renewed.accessToken });
    expect((await again.send(customerId, { text: 'in time' })).outcome.kind).toBe('accepted');
    await expect(flow.refresh(`${tokens.refreshToken}`)).rejects.toMatchObject({
      failure: { kind: 'unauthorized' },
    });
  });

  it('where X lets an app watch private events by OAuth 1.0a alone, that is used', async () => {
    const { accessToken } = await consent();
    const account = { accessToken, externalId: brandId };
    await x.client(app, account).unsubscribe();
    await control('settings', { privateSubscriptions: 'oauth1' }, 'PUT');
    await expect(x.client(app, account).subscribe(hook.url)).rejects.toMatchObject({
      failure: { kind: 'refused' },
    });
    const answer = await fetch(`${running.url}/sandbox/accounts/${brandId}/keys`);
    const oauth1 = (await answer.json()) as { token: string; tokenSecret: string };
    const signed = x.client(app, { ...account, oauth1 });
    expect(await signed.subscribe(hook.url)).toEqual({ missing: [] });
    await control('settings', { privateSubscriptions: 'user' }, 'PUT');
  });

  it('a revoked grant is told, and the subscriptions end', async () => {
    const granted = await consent();
    const own = x.client(app, { accessToken: granted.accessToken, externalId: brandId });
    await own.unsubscribe();
    await own.unsubscribe();
    const left = [...running.sandbox.world.subscriptions.values()];
    expect(left.filter(({ userId }) => userId === brandId)).toEqual([]);
    await x.connect(app).revoke(granted.accessToken);
    await expect(own.me()).rejects.toMatchObject({ failure: { kind: 'unauthorized' } });
  });
});

/** The admin's way through the consent page of the network. */
async function consent(): Promise<Tokens> {
  const codeVerifier = randomBytes(32).toString('base64url');
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const flow = x.connect(app);
  const page = new URL(flow.authorizeUrl({ state: 'state-1', codeChallenge, redirectUri }));
  expect((await fetch(page)).status).toBe(200);
  page.searchParams.append('account', brandId);
  page.searchParams.append('decision', 'allow');
  const answer = await fetch(page.origin + page.pathname, {
    method: 'POST',
    body: page.searchParams,
    redirect: 'manual',
  });
  const back = new URL(`${answer.headers.get('location')}`);
  expect(back.searchParams.get('state')).toBe('state-1');
  const code = `${back.searchParams.get('code')}`;
  return await flow.exchange({ code, codeVerifier, redirectUri });
}

function knownAs(bytes: Buffer) {
  const look = lookAt(bytes);
  if (look.is !== 'known') throw new Error(`a file that is ${look.is}`);
  return look;
}

async function control(what: string, body: unknown, method = 'POST'): Promise<unknown> {
  const answer = await fetch(`${running.url}/sandbox/${what}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(said)}`);
  return said;
}

async function write(text: string): Promise<string> {
  return idIn(await control('messages', { from: customerId, to: brandId, text }));
}

function idIn(said: unknown): string {
  const [first] = [said].flat();
  if (typeof first !== 'object' || first === null || !('id' in first)) throw new Error('no id');
  return String(first.id);
}

async function heard(externalId: string): Promise<LookedUpMessage> {
  const isIt = (event: InboundEvent): event is LookedUpMessage =>
    event.kind === 'message' && event.externalId === externalId;
  return await vi.waitFor(
    () => {
      const event = hook.events.find(isIt);
      if (!event) throw new Error(`not heard yet: ${externalId}`);
      return event;
    },
    { timeout: 15_000 },
  );
}
