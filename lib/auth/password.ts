import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { processWide } from '@/lib/process-wide';

/** Argon2id, which is the package's default: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of no password that anyone has, so that an unknown address costs as long as a known one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$cG9yY2hsaWdodC1ub2JvZHk$7dZrTmzbxzbTaKsBRuGsVVHv0hTJ0D9xQo1bgdl4W5A';

// Each hash takes 19 MiB and a core: two at a time, and a queue that cannot grow without end.
const slots = processWide('passwords', () => pLimit(2));
const QUEUE_LIMIT = 60;

/** True when so many passwords are being checked that the next one should be asked to come back. */
export function passwordsAreQueueing(): boolean {
  return slots.pendingCount >= QUEUE_LIMIT;
}

/** A new password to what is stored. Every byte counts, however long. */
export function hashPassword(password: string): Promise<string> {
  return slots(() => hash(normal(password), strength));
}

/** Whether the password fits. Takes the same time for an account without a password, or for none. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await slots(() => verify(stored ?? NOBODY, normal(password)));
  return fits && stored !== null;
}

/** Whether a stored hash was made with other parameters than today's. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = strength;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/** The same characters typed on another system give the same bytes. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
