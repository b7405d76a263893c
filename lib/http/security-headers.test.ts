import { expect, test } from 'vitest';
import { contentSecurityPolicy, dataHeaders, securityHeaders } from './security-headers';

const page = { nonce: 'n0nce', isSecure: true, isDevelopment: false };

test('in production a page runs only scripts of this answer and loads nothing from elsewhere', () => {
  const policy = contentSecurityPolicy(page);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'nonce-n0nce' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-n0nce';");
  expect(policy).not.toMatch(/unsafe|https?:|ws:|\*/);
});

test('development allows what its overlay needs', () => {
  const policy = contentSecurityPolicy({ ...page, isDevelopment: true });
  expect(policy).toContain("'unsafe-eval'");
  expect(policy).toContain("connect-src 'self' ws:");
});

test('a browser is told to insist on TLS only where there is TLS', () => {
  const names = (isSecure: boolean) => securityHeaders({ ...page, isSecure }).map(([name]) => name);
  expect(names(true)).toContain('strict-transport-security');
  expect(names(false)).not.toContain('strict-transport-security');
});

test('data may run nothing, is guessed to be nothing else, and is kept by no cache', () => {
  const headers = dataHeaders({ isSecure: true });
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'cache-control': 'no-store',
  });
  const ofPages = securityHeaders(page).map(([name]) => name);
  expect(Object.keys(headers)).toEqual(expect.arrayContaining(ofPages));
});
