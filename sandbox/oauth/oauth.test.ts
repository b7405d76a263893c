import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox, testApp } from '../testing/start';
import { percentEncode, signature } from './oauth1';
import { brandScopes, demoTokens } from './tokens';

const brandId = accounts[0]?.id ?? '';
let sandbox: TestSandbox;
let clockMs = Date.now();

beforeAll(async () => {
  sandbox = await startTestSandbox({ now: () => clockMs });
});
afterAll(() => sandbox.remove());

const basic = `Basic ${Buffer.from(`${testApp.clientId}:${testApp.clientSecret}`).toString('base64')}`;

async function token(
  fields: Record<string, string>,
  headers: Record<string, string> = { authorization: basic },
) {
  const response = await fetch(`${sandbox.url}/2/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

async function consent(overrides: Record<string, string> = {}) {
  const verifier = randomBytes(48).toString('base64url');
  const fields = {
    response_type: 'code',
    client_id: testApp.clientId,
    redirect_uri: 'http://127.0.0.1:3000/connected',
    scope: brandScopes.join(' '),
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    account: brandId,
    decision: 'allow',
    ...overrides,
  };
  const response = await fetch(`${sandbox.url}/i/oauth2/authorize`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const back = new URL(response.headers.get('location') ?? 'http://nowhere/');
  return { verifier, back, status: response.status, redirect_uri: fields.redirect_uri };
}

describe('connecting a brand account', { timeout: 60_000 }, () => {
  it('asks which account and for what, and comes back with a code that becomes tokens', async () => {
    const page = await fetch(
      `${sandbox.url}/i/oauth2/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: testApp.clientId,
        redirect_uri: 'http://127.0.0.1:3000/connected',
        scope: 'dm.read dm.write',
        state: 'x',
        code_challenge: 'y',
      })}`,
    );
    expect(await page.text()).toContain('Salted Caramel Creamery');
    const { back, verifier, redirect_uri } = await consent();
    expect(back.searchParams.get('state')).toBe('state-1');
    const code = back.searchParams.get('code') ?? '';
    const answer = await token({
      grant_type: 'authorization_code',
      code,
      redirect_uri,
      code_verifier: verifier,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      token_type: 'bearer',
      expires_in: 7200,
      scope: brandScopes.join(' '),
    });
    const me = await sandbox.call('GET', '/2/users/me', answer.body['access_token'] ?? '');
    expect(await me.json()).toMatchObject({ data: { id: brandId, username: 'saltedcaramel' } });
    const again = await token({
      grant_type: 'authorization_code',
      code,
      redirect_uri,
      code_verifier: verifier,
    });
    expect(again.status).toBe(400);
  });

  it('refuses a wrong verifier, a late code, a stranger and a wrong secret', async () => {
    const wrong = await consent();
    const code = wrong.back.searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, redirect_uri: wrong.redirect_uri };
    expect((await token({ ...fields, code_verifier: 'not it' })).status).toBe(400);

    const late = await consent();
    clockMs += 30_001;
    const lateFields = {
      ...fields,
      code: late.back.searchParams.get('code') ?? '',
      code_verifier: late.verifier,
    };
    expect((await token(lateFields)).status).toBe(400);

    const stranger = `Basic ${Buffer.from(`${testApp.clientId}:guess`).toString('base64')}`;
    expect((await token(lateFields, { authorization: stranger })).status).toBe(401);
    expect((await consent({ client_id: 'other' })).status).toBe(400);
    expect((await consent({ decision: 'deny' })).back.searchParams.get('error')).toBe(
      'access_denied',
    );
  });

  it('shows the consent page to no other site', async () => {
    const response = await fetch(`${sandbox.url}/i/oauth2/authorize`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({
        response_type: 'code',
        client_id: testApp.clientId,
        redirect_uri: 'http://127.0.0.1:3000/connected',
        scope: 'dm.read',
        state: 's',
        code_challenge: 'c',
        account: brandId,
        decision: 'allow',
      }),
      redirect: 'manual',
    });
    expect(response.status).toBe(403);
  });
});

describe('refreshing', { timeout: 60_000 }, () => {
  it('rotates the refresh token and ends the family when an old one comes back', async () => {
    const first = await sandbox.control<Record<string, string>>('POST', '/sandbox/tokens', {
      accountId: brandId,
    });
    const second = await token({
      grant_type: 'refresh_token',
      refresh_token: first['refresh_token'] ?? '',
    });
    expect(second.status).toBe(200);
    expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
    const access = second.body['access_token'] ?? '';
    expect((await sandbox.call('GET', '/2/users/me', access)).status).toBe(200);

    const reuse = await token({
      grant_type: 'refresh_token',
      refresh_token: first['refresh_token'] ?? '',
    });
    expect(reuse).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    expect((await sandbox.call('GET', '/2/users/me', access)).status).toBe(401);
    const dead = await token({
      grant_type: 'refresh_token',
      refresh_token: second.body['refresh_token'] ?? '',
    });
    expect(dead.status).toBe(400);
    const { entries } = await sandbox.control<{ entries: unknown[] }>(
      'GET',
      '/sandbox/ledger?kind=grant.reused',
    );
    expect(entries).toHaveLength(1);
  });

  it('answers 401 when the access token has run out, and forgets nothing that refreshes it', async () => {
    const first = await sandbox.control<Record<string, string>>('POST', '/sandbox/tokens', {
      accountId: brandId,
    });
    clockMs += 7_200_001;
    expect((await sandbox.call('GET', '/2/users/me', first['access_token'] ?? '')).status).toBe(
      401,
    );
    const again = await token({
      grant_type: 'refresh_token',
      refresh_token: first['refresh_token'] ?? '',
    });
    expect(again.status).toBe(200);
  });

  it('honours the grant that demo and database agree on without talking', async () => {
    const { refreshToken } = demoTokens(testApp.clientSecret, brandId);
    expect((await token({ grant_type: 'refresh_token', refresh_token: refreshToken })).status).toBe(
      200,
    );
  });

  it('keeps no token in the ledger', async () => {
    const first = await sandbox.control<Record<string, string>>('POST', '/sandbox/tokens', {
      accountId: brandId,
    });
    const ledger = JSON.stringify(sandbox.sandbox.ledger.entries);
    expect(ledger).toContain('grant.issued');
    expect(ledger).not.toContain(first['access_token']);
    expect(ledger).not.toContain(first['refresh_token']);
  });

  it('refuses what a scope was not given for', async () => {
    const narrow = await sandbox.tokenFor(brandId, ['users.read', 'tweet.read']);
    expect((await sandbox.call('GET', '/2/users/me', narrow)).status).toBe(200);
    const lookup = await sandbox.call('GET', '/2/dm_events', narrow);
    expect([lookup.status, ((await lookup.json()) as { type: string }).type]).toEqual([
      403,
      'about:blank',
    ]);
  });
});

describe('signatures of OAuth 1.0a', { timeout: 60_000 }, () => {
  it('gives the known answer', () => {
    const signed = signature({
      method: 'post',
      baseUrl: 'https://api.x.com/1.1/statuses/update.json',
      params: [
        ['status', 'Hello Ladies + Gentlemen, a signed OAuth request!'],
        ['include_entities', 'true'],
        ['oauth_consumer_key', 'xvz1evFS4wEEPTGEFPHBog'],
        ['oauth_nonce', 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg'],
        ['oauth_signature_method', 'HMAC-SHA1'],
        ['oauth_timestamp', '1318622958'],
        ['oauth_token', '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb'],
        ['oauth_version', '1.0'],
      ],
      consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
      tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
    });
    expect(signed).toBe('Ls93hJiZbQ3akF3HF3x1Bz8/zU4=');
    expect(percentEncode("a!*'()-._~é ")).toBe('a%21%2A%27%28%29-._~%C3%A9%20');
  });

  it('lets a signed call in once, and neither a forged nor a repeated nor an old one', async () => {
    const keys = await sandbox.control<{ token: string; tokenSecret: string }>(
      'GET',
      `/sandbox/accounts/${brandId}/keys`,
    );
    const sign = (
      at: string,
      tokenSecret = keys.tokenSecret,
      seconds = Math.floor(clockMs / 1000),
    ) => {
      const fields: [string, string][] = [
        ['oauth_consumer_key', testApp.consumerKey],
        ['oauth_nonce', randomBytes(12).toString('hex')],
        ['oauth_signature_method', 'HMAC-SHA1'],
        ['oauth_timestamp', String(seconds)],
        ['oauth_token', keys.token],
        ['oauth_version', '1.0'],
      ];
      const url = new URL(at, sandbox.url);
      const signed = signature({
        method: 'GET',
        baseUrl: url.origin + url.pathname,
        params: [...url.searchParams, ...fields],
        consumerSecret: testApp.consumerSecret,
        tokenSecret,
      });
      const all: [string, string][] = [...fields, ['oauth_signature', signed]];
      return `OAuth ${all.map(([key, value]) => `${key}="${percentEncode(value)}"`).join(', ')}`;
    };
    const ask = async (authorization: string) =>
      (
        await fetch(`${sandbox.url}/2/users/me?user.fields=description,verified`, {
          headers: { authorization },
        })
      ).status;
    const path = '/2/users/me?user.fields=description,verified';
    const good = sign(path);
    expect(await ask(good)).toBe(200);
    expect(await ask(good)).toBe(401);
    expect(await ask(sign(path, 'another secret'))).toBe(401);
    expect(await ask(sign('/2/users/me'))).toBe(401);
    expect(await ask(sign(path, keys.tokenSecret, Math.floor(clockMs / 1000) - 400))).toBe(401);
  });
});
