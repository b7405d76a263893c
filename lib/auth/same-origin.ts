import 'server-only';
import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';

/**
 * Refuses a write that another site started. Next only warns when the Origin is missing; here a
 * browser must say `same-origin`, or give an Origin equal to our one address.
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get('sec-fetch-site');
  const trusted =
    site === null
      ? headers.get('origin') === new URL(env().APP_URL).origin
      : site === 'same-origin';
  if (!trusted) throw new Refusal('forbidden', 'This request did not come from Porchlight itself.');
}
