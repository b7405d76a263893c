import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';

/**
 * Refuses a write that another site started. Next only warns when the Origin is missing; here a
 * browser must say `same-origin`, or give an Origin equal to our one address.
 */
export function requireSameOrigin(headers: Headers): void {
  if (!isSameOrigin(headers)) {
    throw new Refusal('forbidden', 'This request did not come from Porchlight itself.');
  }
}

/** Whether a request was started by a page of ours, as far as its browser says. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === new URL(env().APP_URL).origin;
}
