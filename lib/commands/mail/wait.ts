import 'server-only';
import { env } from '@/lib/env';
import { mailSettings } from '@/lib/mail/settings';

const WAIT_MS = 2 * 60_000;

/** For how long what is told by e-mail waits for what comes after it; null when no e-mail leaves. */
export function letterWaitMs(): number | null {
  return mailSettings() === null ? null : WAIT_MS * env().TIME_SCALE;
}
