import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AppConfig } from '../network';

const SIGNATURE_HEADER = 'x-twitter-webhooks-signature';
const LONGEST_TOKEN = 256;
const challengeToken = /^[A-Za-z0-9_\-+/=]{1,256}$/;

/**
 * Answers X's check that the address is ours (CRC). The answer and the signature of a delivery are
 * the same HMAC with the same key, so only a token that can never be a delivery is signed.
 */
export function answerChallenge(query: URLSearchParams, app: AppConfig) {
  const [token, ...more] = query.getAll('crc_token');
  const [secret] = app.consumerSecrets;
  if (token === undefined || more.length > 0 || !challengeToken.test(token)) {
    return { status: 400, body: { error: 'crc_token is missing or malformed' } };
  }
  if (!secret) throw new Error('no consumer secret is configured');
  return { status: 200, body: { response_token: sign(token, secret) } };
}

/** Whether X signed these bytes with one of our secrets. Takes the same time for each of them. */
export function isAuthentic(body: Uint8Array, headers: Headers, app: AppConfig): boolean {
  const given = Buffer.from(headers.get(SIGNATURE_HEADER) ?? '');
  const matches = app.consumerSecrets.map((secret) =>
    equal(given, Buffer.from(sign(body, secret))),
  );
  return matches.includes(true) && !couldBeToken(body);
}

function sign(message: string | Uint8Array, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(message).digest('base64')}`;
}

/** Compares the encoded forms: decoding base64 would forgive changed padding bits. */
function equal(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** `123` is JSON too: whoever let us sign it as a token could post it as a delivery. */
function couldBeToken(body: Uint8Array): boolean {
  return body.length <= LONGEST_TOKEN && challengeToken.test(Buffer.from(body).toString('latin1'));
}
