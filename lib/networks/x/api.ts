import type { z } from 'zod';
import type { Account, Answer, AppConfig } from '../network';
import type { Query } from './address';
import { address } from './address';
import { call } from './call';
import type { HttpRequest } from './http';
import { authorization } from './oauth1';

type Asked = {
  method: HttpRequest['method'];
  path: string;
  query?: Query;
  json?: unknown;
};

/** Who asks: the brand account (OAuth 2.0), the same by OAuth 1.0a, or the app itself. */
type Asker = 'account' | 'signed' | 'app';

/** The API as one account and its app see it. */
export type Api = {
  request(asked: Asked, asker?: Asker): HttpRequest;
  ask<S extends z.ZodType>(asked: Asked, schema: S, asker?: Asker): Promise<Answer<z.output<S>>>;
};

export function api(app: AppConfig, account: Account): Api {
  const request = (asked: Asked, asker: Asker = 'account'): HttpRequest => {
    const url = address(app, asked.path, asked.query);
    const credential = credentialOf({ asker, method: asked.method, url }, app, account);
    return {
      method: asked.method,
      url,
      headers: {
        accept: 'application/json',
        authorization: credential,
        ...(asked.json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(asked.json !== undefined && { body: JSON.stringify(asked.json) }),
      ...(app.callDeadlineMs !== undefined && { deadlineMs: app.callDeadlineMs }),
    };
  };
  return { request, ask: (asked, schema, asker) => call(request(asked, asker), schema) };
}

/** OAuth 1.0a where it is asked for and granted; the OAuth 2.0 token of the same account otherwise. */
function credentialOf(
  { asker, method, url }: { asker: Asker; method: string; url: string },
  app: AppConfig,
  account: Account,
): string {
  if (asker === 'app') return `Bearer ${app.bearerToken}`;
  const [consumerSecret] = app.consumerSecrets;
  if (asker === 'account' || !account.oauth1 || consumerSecret === undefined) {
    return `Bearer ${account.accessToken}`;
  }
  return authorization(
    { method, url },
    { consumerKey: app.consumerKey, consumerSecret, ...account.oauth1 },
  );
}
