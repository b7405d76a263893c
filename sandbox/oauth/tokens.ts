import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Grant } from '../core/entities';
import type { Sandbox } from '../core/sandbox';

export const knownScopes = [
  'block.read',
  'block.write',
  'dm.read',
  'dm.write',
  'follows.read',
  'follows.write',
  'like.read',
  'like.write',
  'media.write',
  'mute.read',
  'mute.write',
  'offline.access',
  'tweet.read',
  'tweet.write',
  'users.read',
] as const;

export const brandScopes = [
  'dm.read',
  'dm.write',
  'tweet.read',
  'tweet.write',
  'users.read',
  'media.write',
  'block.read',
  'follows.read',
  'mute.read',
  'offline.access',
];

export type TokenPair = { accessToken: string; refreshToken?: string };

export const hashOfToken = (token: string) =>
  createHash('sha256').update(token).digest('base64url');

export function freshTokens(withRefresh: boolean): TokenPair {
  return {
    accessToken: randomBytes(48).toString('base64url'),
    ...(withRefresh ? { refreshToken: randomBytes(48).toString('base64url') } : {}),
  };
}

/**
 * The grant that the demo's brand accounts have given before the first start. Whoever knows the app's secret can
 * work it out, so the sandbox and the app's database agree on it without talking. Rotates like any other.
 */
export function demoTokens(clientSecret: string, accountId: string): Required<TokenPair> {
  const derive = (use: string) =>
    createHmac('sha256', clientSecret).update(`demo:${use}:${accountId}`).digest('base64url');
  return { accessToken: derive('access'), refreshToken: derive('refresh') };
}

/** The keys of an account for OAuth 1.0a. They follow from the app's secret and never expire. */
export function oauth1Tokens(consumerSecret: string, accountId: string) {
  const derive = (use: string) =>
    createHmac('sha256', consumerSecret).update(`oauth1:${use}:${accountId}`).digest('base64url');
  return { token: `${accountId}-${derive('token')}`, tokenSecret: derive('secret') };
}

type GrantRequest = { id: string; accountId: string; scopes: string[]; tokens: TokenPair };

export function grantOf(sandbox: Sandbox, { id, accountId, scopes, tokens }: GrantRequest): Grant {
  const { accessTokenSeconds } = sandbox.world.settings;
  return {
    id,
    accountId,
    scopes,
    accessHash: hashOfToken(tokens.accessToken),
    ...(tokens.refreshToken ? { refreshHash: hashOfToken(tokens.refreshToken) } : {}),
    expiresAt: new Date(sandbox.now() + accessTokenSeconds * 1000).toISOString(),
  };
}

/** Grants the app what it asked for, and tells the tokens once. */
export function issueGrant(sandbox: Sandbox, accountId: string, scopes: string[]) {
  const tokens = freshTokens(scopes.includes('offline.access'));
  const grant = grantOf(sandbox, { id: sandbox.nextId(), accountId, scopes, tokens });
  sandbox.record({ kind: 'grant.issued', grant });
  return tokenAnswer(sandbox, grant, tokens);
}

export function tokenAnswer(sandbox: Sandbox, grant: Grant, tokens: TokenPair) {
  return {
    token_type: 'bearer',
    expires_in: sandbox.world.settings.accessTokenSeconds,
    access_token: tokens.accessToken,
    scope: grant.scopes.join(' '),
    ...(tokens.refreshToken ? { refresh_token: tokens.refreshToken } : {}),
  };
}
