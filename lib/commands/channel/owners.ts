import 'server-only';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { channels } from '@/db/schema/channels';
import type { ChannelPlace } from './credentials';

/** Whose the live accounts of a network are, by the network's id of the account. Not for keeping: they move. */
export async function ownersOf(
  network: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, ChannelPlace>> {
  if (externalIds.length === 0) return new Map();
  const rows = await withSystem(
    (tx) =>
      tx
        .select({
          externalId: channels.externalId,
          workspaceId: channels.workspaceId,
          channelId: channels.id,
        })
        .from(channels)
        .where(
          and(
            eq(channels.network, network),
            inArray(channels.externalId, [...externalIds]),
            ne(channels.status, 'disconnected'),
          ),
        ),
    'read',
  );
  return new Map(rows.map(({ externalId, ...place }) => [externalId, place]));
}
