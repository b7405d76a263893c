import { describe, expect, it } from 'vitest';
import { connect } from './oauth';
import type { Seen } from './stand-in.fixture';
import { appAt, json, routes, standIn } from './stand-in.fixture';

const grant = {
  token_type: 'bearer',
  expires_in: 7200,
  access_token: 'access-1',
  refresh_token: 'refresh-1',
  scope: 'dm.read dm.write',
};

function fieldsOf(seen: Seen | undefined) {
  return Object.fromEntries(new URLSearchParams(`${seen?.body}`));
}

describe('connecting a brand account', () => {
  it('sends the admin to X with everything that X asks for', () => {
    const url = new URL(
      connect(appAt('http://x.test')).authorizeUrl({
        state: 'state-1',
        codeChallenge: 'challenge-1',
        redirectUri: 'https://app.test/back?a=1',
      }),
    );
    expect(url.origin + url.pathname).toBe('http://x.test/i/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'client-of-ours',
      redirect_uri: 'https://app.test/back?a=1',
      state: 'state-1',
      code_challenge: 'challenge-1',
      code_challenge_method: 'S256',
      scope: expect.stringContaining('dm.read dm.write tweet.read'),
    });
    expect(url.searchParams.get('scope')).toContain('offline.access');
  });

  it('exchanges the code as a form, with the secret in the header only', async () => {
    const { url, seen } = await routes({
      'POST /2/oauth2/token': (_, response) => json(response, 200, grant),
    });
    const askedAtMs = Date.now();
    const tokens = await connect(appAt(url)).exchange({
      code: 'code-1',
      codeVerifier: 'verifier-1',
      redirectUri: 'https://app.test/back',
    });
    expect(tokens).toMatchObject({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      scope: 'dm.read dm.write',
    });
    const lifetimeMs = tokens.expiresAt.getTime() - askedAtMs;
    expect(Math.abs(lifetimeMs - 7_200_000)).toBeLessThan(2_000);
    expect(fieldsOf(seen[0])).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: 'https://app.test/back',
      code_verifier: 'verifier-1',
    });
    const basic = Buffer.from('client-of-ours:its-secret').toString('base64');
    expect(seen[0]?.headers.authorization).toBe(`Basic ${basic}`);
  });

  it('refreshes and revokes', async () => {
    const { url, seen } = await routes({
      'POST /2/oauth2/token': (_, response) =>
        json(response, 200, { ...grant, refresh_token: 'refresh-2' }),
      'POST /2/oauth2/revoke': (_, response) => json(response, 200, { revoked: true }),
    });
    const flow = connect(appAt(url));
    expect(await flow.refresh('refresh-1')).toMatchObject({ refreshToken: 'refresh-2' });
    await flow.revoke('access-1');
    expect(seen.map(fieldsOf)).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'refresh-1' },
      { token: 'access-1' },
    ]);
  });

  it('keeps apart a spent token, an unknown app, and an answer that did not come', async () => {
    const spent = await standIn((_, response) =>
      json(response, 400, {
        error: 'invalid_request',
        error_description: 'Value passed for the token was invalid.',
      }),
    );
    await expect(connect(appAt(spent.url)).refresh('r')).rejects.toMatchObject({
      failure: { kind: 'unauthorized', detail: expect.stringContaining('was invalid') },
    });
    const unknownApp = await standIn((_, response) =>
      json(response, 401, { error: 'unauthorized_client' }),
    );
    await expect(connect(appAt(unknownApp.url)).refresh('r')).rejects.toMatchObject({
      failure: { kind: 'refused', status: 401 },
    });
    const silent = await standIn(() => undefined);
    await expect(connect(appAt(silent.url, 400)).refresh('r')).rejects.toMatchObject({
      failure: { kind: 'unreachable', mayHaveArrived: true },
    });
    expect(spent.seen).toHaveLength(1);
  });

  it('does not take half a grant for one', async () => {
    const { url } = await standIn((_, response) => json(response, 200, { token_type: 'bearer' }));
    await expect(connect(appAt(url)).refresh('r')).rejects.toMatchObject({
      failure: { kind: 'not_understood', detail: expect.stringContaining('access_token') },
    });
  });
});
