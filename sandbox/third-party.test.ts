import { Agent } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { TwitterApi } from 'twitter-api-v2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from './cast';
import type { TestSandbox } from './testing/start';
import { startTestSandbox, testApp } from './testing/start';

const brandId = accounts[0]?.id ?? '';
let sandbox: TestSandbox;
let anaId: string;

/** Takes what the client means for api.x.com to the sandbox; the client does not notice. */
class Detour extends Agent {
  override createConnection(): Duplex {
    return connect(Number(new URL(sandbox.url).port), '127.0.0.1');
  }
}

beforeAll(async () => {
  sandbox = await startTestSandbox();
  anaId = (
    await sandbox.control<{ id: string }>('POST', '/sandbox/people', { username: 'ana_test' })
  ).id;
  await sandbox.control('POST', '/sandbox/messages', { from: anaId, to: brandId, text: 'Hello' });
});
afterAll(() => sandbox.remove());

describe('a client that was written for the real network', { timeout: 60_000 }, () => {
  it('logs in by refresh, sends, and reads what it sent', async () => {
    const { refresh_token } = await sandbox.control<{ refresh_token: string }>(
      'POST',
      '/sandbox/tokens',
      { accountId: brandId },
    );
    const app = new TwitterApi(
      { clientId: testApp.clientId, clientSecret: testApp.clientSecret },
      { httpAgent: new Detour() },
    );
    const { client, refreshToken, scope } = await app.refreshOAuth2Token(refresh_token);
    expect(refreshToken).not.toBe(refresh_token);
    expect(scope).toContain('dm.write');
    const me = await client.v2.me({ 'user.fields': ['verified', 'public_metrics'] });
    expect(me.data).toMatchObject({ id: brandId, username: 'saltedcaramel' });

    const sent = (await client.v2.sendDmToParticipant(anaId, {
      text: 'From a stranger’s client',
    })) as unknown as {
      data: { dm_event_id: string };
    };
    const events = await client.v2.listDmEventsWithParticipant(anaId, {
      'dm_event.fields': ['created_at', 'sender_id'],
    });
    expect(events.events.map(({ id }) => id)[0]).toBe(sent.data.dm_event_id);
    expect(events.rateLimit).toMatchObject({ limit: 15, remaining: 14 });
    await expect(app.refreshOAuth2Token(refresh_token)).rejects.toMatchObject({ code: 400 });
  });

  it('signs by OAuth 1.0a: queries, JSON, and problems it can read', async () => {
    const keys = await sandbox.control<{ token: string; tokenSecret: string }>(
      'GET',
      `/sandbox/accounts/${brandId}/keys`,
    );
    const client = new TwitterApi(
      {
        appKey: testApp.consumerKey,
        appSecret: testApp.consumerSecret,
        accessToken: keys.token,
        accessSecret: keys.tokenSecret,
      },
      { httpAgent: new Detour() },
    );
    const found = await client.v2.usersByUsernames(['ana_test', 'saltedcaramel'], {
      'user.fields': ['description'],
    });
    expect(found.data.map(({ id }) => id)).toEqual([anaId, brandId]);
    await client.v2.sendDmToParticipant(anaId, { text: 'Signed: & = + ünï "quoted"' });
    const posted = await client.v2.tweet('New today: fig & honey');
    expect((await client.v2.singleTweet(posted.data.id)).data.text).toBe(
      'New today: fig &amp; honey',
    );
    const mediaId = await client.v2.uploadMedia(Buffer.from([137, 80, 78, 71]), {
      media_type: 'image/png',
      media_category: 'dm_image',
    });
    await client.v2.sendDmToParticipant(anaId, { attachments: [{ media_id: mediaId }] });
    await expect(client.v2.sendDmToParticipant('42', { text: 'nobody' })).rejects.toMatchObject({
      code: 404,
    });

    const stranger = new TwitterApi(
      {
        appKey: testApp.consumerKey,
        appSecret: 'wrong',
        accessToken: keys.token,
        accessSecret: keys.tokenSecret,
      },
      { httpAgent: new Detour() },
    );
    await expect(stranger.v2.me()).rejects.toMatchObject({ code: 401 });
  });

  it('logs in as an app', async () => {
    const app = new TwitterApi(
      { appKey: testApp.consumerKey, appSecret: testApp.consumerSecret },
      { httpAgent: new Detour() },
    );
    const bearer = await app.appLogin();
    expect((await bearer.v2.userByUsername('ana_test')).data.id).toBe(anaId);
  });
});
