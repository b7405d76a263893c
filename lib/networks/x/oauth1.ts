import { createHmac, randomBytes } from 'node:crypto';

export type Credentials = {
  consumerKey: string;
  consumerSecret: string;
  token: string;
  tokenSecret: string;
};

/** A request as OAuth 1.0a sees it. `form` are the fields of a form-encoded body; JSON is not signed. */
export type Signable = {
  method: string;
  url: string;
  form?: Readonly<Record<string, string>>;
  nonce?: string;
  timestampSeconds?: number;
};

/** The Authorization header of OAuth 1.0a with HMAC-SHA1. */
export function authorization(request: Signable, credentials: Credentials): string {
  const oauth = {
    oauth_consumer_key: credentials.consumerKey,
    oauth_nonce: request.nonce ?? randomBytes(16).toString('hex'),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(request.timestampSeconds ?? Math.floor(Date.now() / 1_000)),
    oauth_token: credentials.token,
    oauth_version: '1.0',
  };
  const signed = { ...oauth, oauth_signature: signature(request, oauth, credentials) };
  const fields = Object.entries(signed).map(([name, value]) => `${name}="${encode(value)}"`);
  return `OAuth ${fields.join(', ')}`;
}

/** Percent-encoding of RFC 3986, which knows fewer plain characters than `encodeURIComponent`. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What is signed: method, address without its query, and every parameter in encoded order. */
export function baseString(
  { method, url, form = {} }: Signable,
  oauth: Readonly<Record<string, string>>,
): string {
  const { origin, pathname, searchParams } = new URL(url);
  const parameters = [...searchParams, ...Object.entries(form), ...Object.entries(oauth)]
    .map(([name, value]) => ({ name: encode(name), value: encode(value) }))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.value, b.value))
    .map(({ name, value }) => `${name}=${value}`);
  return [method.toUpperCase(), origin + pathname, parameters.join('&')].map(encode).join('&');
}

function signature(
  request: Signable,
  oauth: Readonly<Record<string, string>>,
  { consumerSecret, tokenSecret }: Credentials,
): string {
  const key = `${encode(consumerSecret)}&${encode(tokenSecret)}`;
  return createHmac('sha1', key).update(baseString(request, oauth)).digest('base64');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
