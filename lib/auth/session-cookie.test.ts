import { expect, test } from 'vitest';
import {
  cookieName,
  cookieOptions,
  hashOfSecret,
  newSecret,
  openSession,
  sealSession,
} from './session-cookie';

const authSecret = 'tests-only-0123456789abcdef0123456789abcdef';

test('over TLS the cookies belong to this host alone and never travel in the clear', () => {
  expect(cookieName('https://inbox.example.test')).toBe('__Host-porchlight.session');
  expect(cookieName('https://inbox.example.test', 'device')).toBe('__Host-porchlight.device');
  expect(cookieOptions('https://inbox.example.test')).toEqual({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: true,
  });
});

test('without TLS a browser would drop such cookies, so they are plain', () => {
  expect(cookieName('http://localhost:3000')).toBe('porchlight.session');
  expect(cookieOptions('http://localhost:3000')).toMatchObject({ httpOnly: true, secure: false });
});

test('a secret is 32 random bytes, and what is stored does not give it away', () => {
  const secret = newSecret();
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(newSecret()).not.toBe(secret);
  expect(hashOfSecret(secret)).toMatch(/^[0-9a-f]{64}$/);
});

test('a sealed session opens with the same secret and no other', async () => {
  const sealed = await sealSession('the session', authSecret);
  expect(sealed).not.toContain('session');
  expect(await openSession(sealed, authSecret)).toBe('the session');
  expect(await openSession(sealed, `${authSecret}x`)).toBeNull();
});
