import type { Grant } from '../core/entities';
import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import { json, numbered } from '../http/answer';
import type { Asked } from '../http/request';
import { fieldsOf } from '../http/request';
import type { CodeBook } from './codes';
import { sameText } from './oauth1';
import { freshTokens, grantOf, hashOfToken, issueGrant, tokenAnswer } from './tokens';

const wrongValue = (name: string) =>
  json(400, {
    error: 'invalid_request',
    error_description: `Value passed for the ${name} was invalid.`,
  });

/** `POST /2/oauth2/token`: a code or a refresh token becomes tokens. */
export function tokenEndpoint(sandbox: Sandbox, codes: CodeBook, asked: Asked): Answer {
  const fields = fieldsOf(asked);
  const stranger = strangerAnswer(sandbox, asked, fields);
  if (stranger) return stranger;
  const grantType = fields.get('grant_type');
  if (grantType === 'refresh_token') return refresh(sandbox, fields.get('refresh_token') ?? '');
  if (grantType !== 'authorization_code') return wrongValue('grant_type');
  const request = codes.redeem(
    fields.get('code') ?? '',
    fields.get('redirect_uri') ?? '',
    fields.get('code_verifier') ?? '',
  );
  if (!request) return wrongValue('authorization code');
  return secret(issueGrant(sandbox, request.accountId, request.scopes));
}

/** `POST /2/oauth2/revoke`: either of a grant's tokens ends it. */
export function revokeEndpoint(sandbox: Sandbox, asked: Asked): Answer {
  const fields = fieldsOf(asked);
  const stranger = strangerAnswer(sandbox, asked, fields);
  if (stranger) return stranger;
  const hash = hashOfToken(fields.get('token') ?? '');
  const grant = [...sandbox.world.grants.values()].find(
    ({ accessHash, refreshHash }) => accessHash === hash || refreshHash === hash,
  );
  if (grant)
    sandbox.record({ kind: 'grant.revoked', id: grant.id, accountId: grant.accountId, by: 'app' });
  return json(200, { revoked: true });
}

/** `POST /oauth2/token`: the app's own bearer token for its consumer key and secret. */
export function appTokenEndpoint(sandbox: Sandbox, asked: Asked): Answer {
  const [key, secretPart] = basicOf(asked);
  const known =
    sameText(key, sandbox.app.consumerKey) && sameText(secretPart, sandbox.app.consumerSecret);
  if (!known) return numbered(403, 99, 'Unable to verify your credentials.');
  return json(200, { token_type: 'bearer', access_token: sandbox.app.bearerToken });
}

function refresh(sandbox: Sandbox, token: string): Answer {
  const hash = hashOfToken(token);
  const grant = [...sandbox.world.grants.values()].find(({ refreshHash }) => refreshHash === hash);
  if (grant) return rotate(sandbox, grant, hash);
  const family = sandbox.world.grants.get(sandbox.world.spentRefreshHashes.get(hash) ?? '');
  if (family) sandbox.record({ kind: 'grant.reused', id: family.id, accountId: family.accountId });
  return wrongValue('token');
}

function rotate(sandbox: Sandbox, grant: Grant, previousRefreshHash: string): Answer {
  const tokens = freshTokens(true);
  const renewed = grantOf(sandbox, { ...grant, tokens });
  sandbox.record({ kind: 'grant.refreshed', grant: renewed, previousRefreshHash });
  return secret(tokenAnswer(sandbox, renewed, tokens));
}

function strangerAnswer(
  sandbox: Sandbox,
  asked: Asked,
  fields: URLSearchParams,
): Answer | undefined {
  const [basicId, basicSecret] = basicOf(asked);
  const id = basicId || (fields.get('client_id') ?? '');
  const given = basicSecret || (fields.get('client_secret') ?? '');
  if (!sameText(id, sandbox.app.clientId)) return wrongValue('client_id');
  if (sameText(given, sandbox.app.clientSecret)) return undefined;
  return json(401, {
    error: 'unauthorized_client',
    error_description: 'Missing valid authorization header',
  });
}

function basicOf({ headers }: Asked): [string, string] {
  const encoded = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? ['', ''] : [plain(text.slice(0, colon)), plain(text.slice(colon + 1))];
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const secret = (body: unknown) => json(200, body, { 'cache-control': 'no-store' });
