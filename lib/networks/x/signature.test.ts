import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppConfig } from '../network';
import { anyText } from './any-text.fixture';
import { answerChallenge, isAuthentic } from './signature';

const [current, previous] = ['the-newest-secret-of-ours', 'the-secret-before-that-one'];
const app = { consumerSecrets: [current, previous] } as unknown as AppConfig;
const body = Buffer.from('{"for_user_id":"1","note":"\\u003c caf\u00e9 1206724203514228741"}');

function sign(message: string | Uint8Array, secret: string) {
  return `sha256=${createHmac('sha256', secret).update(message).digest('base64')}`;
}

function verify(signature: string, bytes: Uint8Array = body) {
  return isAuthentic(bytes, new Headers({ 'x-twitter-webhooks-signature': signature }), app);
}

function challenge(...tokens: string[]) {
  return answerChallenge(new URLSearchParams(tokens.map((token) => ['crc_token', token])), app);
}

describe('the signature of a delivery', () => {
  it('is accepted with the current and with the previous secret', () => {
    expect(verify(sign(body, current))).toBe(true);
    expect(verify(sign(body, previous))).toBe(true);
  });

  it('is refused with any other secret, without a signature, or when it is not one', () => {
    expect(verify(sign(body, 'somebody-elses-secret'))).toBe(false);
    expect(isAuthentic(body, new Headers(), app)).toBe(false);
    for (const junk of ['', 'sha256=', 'sha256=\u00e9', sign(body, current).slice(7)]) {
      expect(verify(junk)).toBe(false);
    }
  });

  it('is over the bytes as they came, not over the same JSON written anew', () => {
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
    expect(rewritten.equals(body)).toBe(false);
    expect(verify(sign(body, current), rewritten)).toBe(false);
  });

  it('is refused after any change of one character of it', () => {
    const good = sign(body, current);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 33, max: 126 }), (at, code) => {
        const changed = good.slice(0, at) + String.fromCharCode(code) + good.slice(at + 1);
        expect(verify(changed)).toBe(changed === good);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused after any change of one byte of the body', () => {
    const good = sign(body, current);
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(body);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(verify(good, changed)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("X's check of the address", () => {
  it('is answered with the HMAC of the token under the newest secret', () => {
    expect(challenge('abc_DEF-123+/=')).toEqual({
      status: 200,
      body: { response_token: sign('abc_DEF-123+/=', current) },
    });
  });

  it('knows the published vector', () => {
    const known = { consumerSecrets: ['DDD'] } as unknown as AppConfig;
    const query = new URLSearchParams({ crc_token: 'some_random' });
    expect(answerChallenge(query, known).body).toEqual({
      response_token: 'sha256=VE19eUk6krbdSqWPdvH71xtFhApBAU81uPW3UT65vOs=',
    });
  });

  it('is refused without a token, with two, with an empty one and with one that is too long', () => {
    for (const answer of [
      challenge(),
      challenge('a', 'b'),
      challenge(''),
      challenge('a'.repeat(257)),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body).not.toHaveProperty('response_token');
    }
    expect(challenge('a'.repeat(256)).status).toBe(200);
  });

  it('is refused for a token that ends in a line break', () => {
    expect(challenge('abc\n').status).toBe(400);
  });

  it('never lends a signature that a delivery could carry', () => {
    const anything = fc.oneof(
      anyText(260),
      fc.json(),
      fc.stringMatching(/^[A-Za-z0-9_\-+/=]{1,256}$/),
      fc.constantFrom('1', 'null', 'true', '123e45', JSON.stringify({ for_user_id: '1' })),
    );
    fc.assert(
      fc.property(anything, (token) => {
        const { status, body: answer } = challenge(token);
        if (status === 400) expect(answer).not.toHaveProperty('response_token');
        else expect(verify(String(answer.response_token), Buffer.from(token))).toBe(false);
      }),
      { numRuns: 600 },
    );
  });
});
