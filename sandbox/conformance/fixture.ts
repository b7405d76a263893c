import { randomBytes } from 'node:crypto';
import type { Bucket } from '../core/network-settings';
import { buckets } from '../core/network-settings';
import { percentEncode, signature } from '../oauth/oauth1';
import { startReceiver } from '../testing/receiver';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox, testApp } from '../testing/start';

export type Scheme = 'OAuth2UserToken' | 'UserToken' | 'BearerToken';

export type Request = { method: string; path: string; body?: unknown; form?: FormData };

export type Fixture = {
  sandbox: TestSandbox;
  accountId: string;
  personId: string;
  /** Somebody who is in nobody's way when blocked. */
  strangerId: string;
  postId: string;
  receiverUrl: string;
  ask(request: Request, scheme: Scheme): Promise<Response>;
  /** An address that answers the challenge and was not registered before. */
  freshAddress(): string;
  close(): Promise<void>;
};

/** A sandbox with one conversation, one picture, one post, one webhook address, and no budgets to run out of. */
export async function startFixture(): Promise<Fixture> {
  const sandbox = await startTestSandbox({ seed: 'story' });
  const receiver = await startReceiver(testApp.consumerSecret);
  const rich = Object.fromEntries(
    buckets.map((bucket: Bucket) => [bucket, { limit: 10_000, perDay: 100_000 }]),
  );
  await sandbox.control('PUT', '/sandbox/settings', { budgets: rich, webhookLimit: 1000 });
  const { people } = await sandbox.control<{ people: { id: string; brand: boolean }[] }>(
    'GET',
    '/sandbox/people',
  );
  const accountId = people.find(({ brand }) => brand)?.id ?? '';
  const strangerId = people.find(({ brand }) => !brand)?.id ?? '';
  const person = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
    username: 'conformer',
    name: 'Con Former',
    bio: 'Reads https://example.com and @saltedcaramel',
    door: 'everyone',
    verified: true,
  });
  const picture = await fetch(`${sandbox.url}/sandbox/media?owner=${person.id}`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array([137, 80, 78, 71]),
  });
  const { id: media } = (await picture.json()) as { id: string };
  const writing = { from: person.id, to: accountId };
  await sandbox.control('POST', '/sandbox/messages', {
    ...writing,
    text: 'See https://example.com/a?b=c & @saltedcaramel',
    media,
  });
  const post = await sandbox.control<{ id: string }>('POST', '/sandbox/posts', {
    from: person.id,
    text: 'Dear @saltedcaramel https://example.com',
  });
  const token = await sandbox.tokenFor(accountId);
  const keys = await sandbox.control<{ token: string; tokenSecret: string }>(
    'GET',
    `/sandbox/accounts/${accountId}/keys`,
  );
  let addresses = 0;

  return {
    sandbox,
    accountId,
    personId: person.id,
    strangerId,
    postId: post.id,
    receiverUrl: receiver.url,
    freshAddress: () => `${receiver.url}?${++addresses}`,
    ask: ({ method, path, body, form }, scheme) => {
      const url = new URL(path, sandbox.url);
      const headers: Record<string, string> = {
        BearerToken: { authorization: `Bearer ${testApp.bearerToken}` },
        OAuth2UserToken: { authorization: `Bearer ${token}` },
        UserToken: { authorization: signedHeader(method, url, keys) },
      }[scheme];
      if (body !== undefined) headers['content-type'] = 'application/json';
      const payload = form ?? (body === undefined ? undefined : JSON.stringify(body));
      return fetch(url, { method, headers, ...(payload === undefined ? {} : { body: payload }) });
    },
    close: async () => {
      await sandbox.remove();
      await receiver.close();
    },
  };
}

function signedHeader(
  method: string,
  url: URL,
  keys: { token: string; tokenSecret: string },
): string {
  const fields: [string, string][] = [
    ['oauth_consumer_key', testApp.consumerKey],
    ['oauth_nonce', randomBytes(12).toString('hex')],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(Math.floor(Date.now() / 1000))],
    ['oauth_token', keys.token],
    ['oauth_version', '1.0'],
  ];
  const signed = signature({
    method,
    baseUrl: url.origin + url.pathname,
    params: [...url.searchParams, ...fields],
    consumerSecret: testApp.consumerSecret,
    tokenSecret: keys.tokenSecret,
  });
  const all: [string, string][] = [...fields, ['oauth_signature', signed]];
  return `OAuth ${all.map(([key, value]) => `${key}="${percentEncode(value)}"`).join(', ')}`;
}
