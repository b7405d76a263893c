import 'server-only';
import { cookies, headers } from 'next/headers';
import { env } from '@/lib/env';
import { clientAddress } from './client-address';
import type { Device } from './device';
import { DEVICE_DAYS, openDevice, sealDevice } from './device';
import {
  cookieName,
  cookieOptions,
  openSession,
  SESSION_DAYS,
  sealSession,
} from './session-cookie';

/** What a sign-in may know about where it comes from. `session` is the secret this browser holds now. */
export type Browser = {
  ip: string | null;
  userAgent: string | null;
  device: Device;
  session: string | null;
};

const secondsOfDay = 24 * 60 * 60;

/** The browser behind the current request. */
export async function currentBrowser(): Promise<Browser> {
  const { APP_URL, AUTH_SECRET, TRUSTED_PROXY_HOPS } = env();
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const session = jar.get(cookieName(APP_URL))?.value;
  return {
    ip: clientAddress(sent, TRUSTED_PROXY_HOPS),
    userAgent: sent.get('user-agent'),
    device: await openDevice(jar.get(cookieName(APP_URL, 'device'))?.value, AUTH_SECRET),
    session: session === undefined ? null : await openSession(session, AUTH_SECRET),
  };
}

/** Gives this browser its session cookie. Only where cookies may be written: actions and routes. */
export async function keepSession(secret: string): Promise<void> {
  const { APP_URL, AUTH_SECRET } = env();
  const value = await sealSession(secret, AUTH_SECRET);
  const maxAge = SESSION_DAYS * secondsOfDay;
  (await cookies()).set(cookieName(APP_URL), value, { ...cookieOptions(APP_URL), maxAge });
}

/** Remembers that this person has signed in here, so that nobody else's failures can lock them out. */
export async function rememberDevice(device: Device, userId: string): Promise<void> {
  const { APP_URL, AUTH_SECRET } = env();
  const value = await sealDevice(device, userId, AUTH_SECRET);
  const maxAge = DEVICE_DAYS * secondsOfDay;
  (await cookies()).set(cookieName(APP_URL, 'device'), value, {
    ...cookieOptions(APP_URL),
    maxAge,
  });
}

/** Takes the session cookie away. */
export async function dropSessionCookie(): Promise<void> {
  const { APP_URL } = env();
  (await cookies()).set(cookieName(APP_URL), '', { ...cookieOptions(APP_URL), maxAge: 0 });
}
