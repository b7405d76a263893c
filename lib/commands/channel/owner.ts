import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { channels } from '@/db/schema/channels';
import type { ChannelPlace } from './credentials';

/** The channel that a live account of a network is, over all workspaces. At most one: an index sees to it. */
export async function findChannelOf(
  network: string,
  externalId: string,
): Promise<ChannelPlace | undefined> {
  const [place] = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: channels.workspaceId, channelId: channels.id })
        .from(channels)
        .where(
          and(
            eq(channels.network, network),
            eq(channels.externalId, externalId),
            ne(channels.status, 'disconnected'),
          ),
        ),
    'read',
  );
  return place;
}
