import type { MeView } from '@/lib/queries/inbox/views';
import { markOutdated } from './new-build';

/** Asked when the server was away: it may have come back as another. */
export async function compareBuilds(mine: string): Promise<void> {
  try {
    const response = await fetch('/api/me', { cache: 'no-store' });
    if (!response.ok) return;
    const { build }: MeView = await response.json();
    if (build !== mine) markOutdated();
  } catch {
    // It will be asked again when the connection is back.
  }
}
