import { z } from 'zod';
import type { AppConfig, ConnectFlow, Tokens } from '../network';
import { NetworkFailure } from '../network';
import { address } from './address';
import { call } from './call';

/** What a brand account is asked to grant. */
const scopes = [
  'dm.read',
  'dm.write',
  'tweet.read',
  'tweet.write',
  'users.read',
  'media.write',
  'offline.access',
  'block.read',
  'follows.read',
  'mute.read',
] as const;

const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive(),
  scope: z.string().default(''),
});

/** OAuth 2.0 with PKCE, as a confidential client. */
export function connect(app: AppConfig): ConnectFlow {
  return {
    authorizeUrl({ state, codeChallenge, redirectUri }) {
      const url = new URL(app.authorizeUrl);
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: app.clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      }).toString();
      return url.href;
    },
    exchange: ({ code, codeVerifier, redirectUri }) =>
      tokens(app, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      }),
    refresh: (refreshToken) =>
      tokens(app, { grant_type: 'refresh_token', refresh_token: refreshToken }),
    async revoke(token) {
      await post(app, '/2/oauth2/revoke', { token }, z.unknown());
    },
  };
}

async function tokens(app: AppConfig, fields: Readonly<Record<string, string>>): Promise<Tokens> {
  const askedAtMs = Date.now();
  const { value } = await post(app, '/2/oauth2/token', fields, granted);
  return {
    accessToken: value.access_token,
    ...(value.refresh_token !== undefined && { refreshToken: value.refresh_token }),
    expiresAt: new Date(askedAtMs + value.expires_in * 1_000),
    scope: value.scope,
  };
}

async function post<S extends z.ZodType>(
  app: AppConfig,
  path: string,
  fields: Readonly<Record<string, string>>,
  schema: S,
) {
  try {
    return await call(formRequest(app, path, fields), schema);
  } catch (error) {
    throw error instanceof NetworkFailure ? spentOr(error) : error;
  }
}

function formRequest(app: AppConfig, path: string, fields: Readonly<Record<string, string>>) {
  const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64');
  return {
    method: 'POST' as const,
    url: address(app, path),
    headers: {
      accept: 'application/json',
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
    ...(app.callDeadlineMs !== undefined && { deadlineMs: app.callDeadlineMs }),
  };
}

/**
 * Here 400 means that the code or token is spent, and 401 that the app itself is not known: the
 * other way round from every other call.
 */
function spentOr(error: NetworkFailure): NetworkFailure {
  const { failure, rate } = error;
  if (failure.kind === 'refused' && failure.status === 400) {
    return new NetworkFailure({ kind: 'unauthorized', detail: failure.detail }, rate);
  }
  if (failure.kind === 'unauthorized') {
    const detail = failure.detail ?? 'the app is not known';
    return new NetworkFailure({ kind: 'refused', status: 401, detail }, rate);
  }
  return error;
}
