import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { actorForPage } from '@/lib/auth/page-actor';
import { me } from '@/lib/queries/inbox/me';

/**
 * Who looks, once a request. Its `me.seq` is where the live stream goes on, so whatever a page reads
 * must be read after this: layouts and pages render side by side.
 */
export const viewer = cache(async () => {
  const actor = await actorForPage();
  return { actor, me: await me(actor), now: Date.now() };
});

/** The zone that the viewer's browser told last. */
export async function zoneOfViewer(): Promise<string> {
  const zone = (await cookies()).get('zone')?.value;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
