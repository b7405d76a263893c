import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 3986: everything but letters, digits and `-._~`. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

type Signed = {
  method: string;
  /** Without query and fragment. */
  baseUrl: string;
  /** Query, `oauth_` and form fields; not the signature itself. */
  params: readonly (readonly [string, string])[];
  consumerSecret: string;
  tokenSecret: string;
};

/** The HMAC-SHA1 signature of OAuth 1.0a, in base64. */
export function signature({
  method,
  baseUrl,
  params,
  consumerSecret,
  tokenSecret,
}: Signed): string {
  const pairs = params
    .map(([key, value]) => `${percentEncode(key)}=${percentEncode(value)}`)
    .sort();
  const base = [method.toUpperCase(), percentEncode(baseUrl), percentEncode(pairs.join('&'))].join(
    '&',
  );
  const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64');
}

/** The fields of an `Authorization: OAuth ...` header. */
export function oauthFields(header: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, key = '', value = ''] of header
    .replace(/^OAuth\s+/i, '')
    .matchAll(/([\w.]+)="([^"]*)"/g)) {
    fields.set(key, decodeURIComponent(value));
  }
  return fields;
}

export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
