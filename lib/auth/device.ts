import { randomUUID } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';

/** A browser that remembers, long after a session ended, who has signed in on it. */
export type Device = { id: string; userIds: readonly string[] };

export const DEVICE_DAYS = 400;

const SALT = 'porchlight.device';
const MEMORY = 8;

/** The device cookie's value to its device; a new one when there is none or it is not ours. */
export async function openDevice(value: string | undefined, authSecret: string): Promise<Device> {
  try {
    const token = value ? await decode({ token: value, secret: authSecret, salt: SALT }) : null;
    const { id, userIds } = (token ?? {}) as { id?: unknown; userIds?: unknown };
    if (typeof id === 'string' && Array.isArray(userIds)) return { id, userIds };
  } catch {
    // Not ours, or too old: a stranger's browser, which is the careful answer.
  }
  return { id: randomUUID(), userIds: [] };
}

/** The device, now also known for this person, to the cookie's value. */
export function sealDevice(device: Device, userId: string, authSecret: string): Promise<string> {
  const others = device.userIds.filter((known) => known !== userId);
  return encode({
    token: { id: device.id, userIds: [userId, ...others].slice(0, MEMORY) },
    secret: authSecret,
    salt: SALT,
    maxAge: DEVICE_DAYS * 24 * 60 * 60,
  });
}
