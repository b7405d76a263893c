import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import { numbered, unauthorized } from '../http/answer';
import type { Asked } from '../http/request';
import { mediaType } from '../http/request';
import { oauthFields, sameText, signature } from './oauth1';
import { hashOfToken, oauth1Tokens } from './tokens';

/** Who is asking: a brand account through the app, or the app itself. */
export type Caller =
  | { kind: 'user'; via: 'oauth2' | 'oauth1'; accountId: string; scopes: readonly string[] | 'all' }
  | { kind: 'app' };

type Identified = { caller: Caller } | { refusal: Answer };

const couldNotAuthenticate = numbered(401, 32, 'Could not authenticate you.');
const CLOCK_SKEW_MS = 300_000;

/** Finds out who asks. Nonces of OAuth 1.0a are remembered for as long as their timestamps are good. */
export function callerFinder(sandbox: Sandbox) {
  const nonces = new Map<string, number>();
  return (asked: Asked): Identified => {
    const header = asked.headers.authorization ?? '';
    if (/^OAuth\s/i.test(header)) return byOAuth1(sandbox, asked, header, nonces);
    const bearer = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
    return bearer ? byBearer(sandbox, decodeURIComponent(bearer)) : { refusal: unauthorized() };
  };
}

function byBearer(sandbox: Sandbox, token: string): Identified {
  if (sameText(token, sandbox.app.bearerToken)) return { caller: { kind: 'app' } };
  const hash = hashOfToken(token);
  for (const grant of sandbox.world.grants.values()) {
    if (grant.accessHash !== hash) continue;
    if (Date.parse(grant.expiresAt) <= sandbox.now()) return { refusal: unauthorized() };
    return {
      caller: { kind: 'user', via: 'oauth2', accountId: grant.accountId, scopes: grant.scopes },
    };
  }
  return { refusal: unauthorized() };
}

function byOAuth1(
  sandbox: Sandbox,
  asked: Asked,
  header: string,
  nonces: Map<string, number>,
): Identified {
  const fields = oauthFields(header);
  const field = (name: string) => fields.get(`oauth_${name}`) ?? '';
  const accountId = field('token').split('-')[0] ?? '';
  const account = sandbox.world.people.get(accountId);
  const keys = oauth1Tokens(sandbox.app.consumerSecret, accountId);
  const known =
    field('signature_method') === 'HMAC-SHA1' &&
    sameText(field('consumer_key'), sandbox.app.consumerKey) &&
    sameText(field('token'), keys.token) &&
    account?.brand === true;
  if (!known || !isSigned(sandbox, asked, fields, keys.tokenSecret))
    return { refusal: couldNotAuthenticate };

  const stampMs = Number(field('timestamp')) * 1000;
  if (!(Math.abs(sandbox.now() - stampMs) <= CLOCK_SKEW_MS)) {
    return { refusal: numbered(401, 135, 'Timestamp out of bounds.') };
  }
  if (!isFirstUse(nonces, `${accountId}:${field('timestamp')}:${field('nonce')}`, sandbox.now())) {
    return { refusal: couldNotAuthenticate };
  }
  return { caller: { kind: 'user', via: 'oauth1', accountId, scopes: 'all' } };
}

function isSigned(
  sandbox: Sandbox,
  asked: Asked,
  fields: Map<string, string>,
  tokenSecret: string,
): boolean {
  const given = fields.get('oauth_signature') ?? '';
  const signed = [...fields].filter(([key]) => key !== 'oauth_signature' && key !== 'realm');
  const form =
    mediaType(asked) === 'application/x-www-form-urlencoded'
      ? [...new URLSearchParams(asked.body.toString('utf8'))]
      : [];
  // Behind a proxy that ends TLS the client signed https; spoken to directly it signed http.
  return ['https', 'http'].some((scheme) =>
    sameText(
      given,
      signature({
        method: asked.method,
        baseUrl: `${scheme}://${asked.url.host}${asked.url.pathname}`,
        params: [...asked.url.searchParams, ...signed, ...form],
        consumerSecret: sandbox.app.consumerSecret,
        tokenSecret,
      }),
    ),
  );
}

function isFirstUse(nonces: Map<string, number>, nonce: string, nowMs: number): boolean {
  for (const [old, usedMs] of nonces) {
    if (nowMs - usedMs <= 2 * CLOCK_SKEW_MS) break;
    nonces.delete(old);
  }
  if (nonces.has(nonce)) return false;
  nonces.set(nonce, nowMs);
  return true;
}
