import 'server-only';
import { and, eq } from 'drizzle-orm';
import { withSystem, withWorkspace } from '@/db/client';
import { channelCredentials, channels } from '@/db/schema/channels';
import { isCurrent, seal, unseal } from '@/lib/vault';
import type { ChannelPlace } from './credentials';
import { cellOf } from './credentials';

const TOGETHER = 8;

/** Seals every token anew that an older key sealed, so that the old key can go. Answers how many grants changed. */
export async function rewrapGrants(): Promise<number> {
  const places = await withSystem(
    (tx) => tx.select({ workspaceId: channels.workspaceId, channelId: channels.id }).from(channels),
    'read',
  );
  let changed = 0;
  while (places.length > 0) {
    // biome-ignore lint/performance/noAwaitInLoops: a few at a time leave the pool to others
    const done = await Promise.all(places.splice(0, TOGETHER).map(rewrap));
    changed += done.filter(Boolean).length;
  }
  return changed;
}

/** Under the row's lock: a refresh that goes on at the same time is neither undone nor missed. */
function rewrap(place: ChannelPlace): Promise<boolean> {
  const { workspaceId, channelId } = place;
  const here = and(
    eq(channelCredentials.workspaceId, workspaceId),
    eq(channelCredentials.channelId, channelId),
  );
  return withWorkspace(workspaceId, async (tx) => {
    const [grant] = await tx
      .select({
        accessToken: channelCredentials.accessToken,
        refreshToken: channelCredentials.refreshToken,
      })
      .from(channelCredentials)
      .where(here)
      .for('update');
    if (!grant || [grant.accessToken, grant.refreshToken].every(isDone)) return false;
    await tx
      .update(channelCredentials)
      .set({
        accessToken: await again(grant.accessToken, cellOf(place, 'access_token')),
        refreshToken:
          grant.refreshToken && (await again(grant.refreshToken, cellOf(place, 'refresh_token'))),
      })
      .where(here);
    return true;
  });
}

function isDone(envelope: string | null): boolean {
  return envelope === null || isCurrent(envelope);
}

async function again(envelope: string, cell: ReturnType<typeof cellOf>): Promise<string> {
  return await seal(await unseal(envelope, cell), cell);
}
