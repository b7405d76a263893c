import { createHash, randomBytes } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';

export const SESSION_DAYS = 7;
export const IDLE_HOURS = 12;

const lifetimeSeconds = SESSION_DAYS * 24 * 60 * 60;

/** A cookie as `cookies().set` and Playwright's `addCookies` take it. */
export type Cookie = { name: string; value: string };

/** How every cookie of ours is kept from scripts, other sites and other hosts. */
export function cookieOptions(appUrl: string) {
  return {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: isSecure(appUrl),
  };
}

/** `porchlight.<what>`, bound to this host by its prefix wherever the app is served over TLS. */
export function cookieName(
  appUrl: string,
  what: 'session' | 'device' | 'csrf' = 'session',
): string {
  return `${isSecure(appUrl) ? '__Host-' : ''}porchlight.${what}`;
}

/** The secret a browser keeps; only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, hex: how secrets of 32 random bytes are stored and looked up. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The session's secret to the value of the cookie: next-auth's encrypted token holding `sid` alone. */
export function sealSession(sid: string, authSecret: string): Promise<string> {
  return encode({ token: { sid }, secret: authSecret, maxAge: lifetimeSeconds });
}

/** The cookie's value to the session's secret; null for anything that is not a valid token of ours. */
export async function openSession(value: string, authSecret: string): Promise<string | null> {
  try {
    const token = await decode({ token: value, secret: authSecret });
    return typeof token?.['sid'] === 'string' ? token['sid'] : null;
  } catch {
    return null;
  }
}

function isSecure(appUrl: string): boolean {
  return appUrl.startsWith('https:');
}
