import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { channelCredentials, channels } from '@/db/schema/channels';
import type { ChannelPlace } from './credentials';

/** Removes the tokens of a disconnected channel. Leaves alone what was granted since `version`. */
export async function forgetGrant(
  { workspaceId, channelId }: ChannelPlace,
  version: number,
): Promise<void> {
  await withWorkspace(workspaceId, (tx) =>
    tx.delete(channelCredentials).where(
      and(
        eq(channelCredentials.workspaceId, workspaceId),
        eq(channelCredentials.channelId, channelId),
        eq(channelCredentials.version, version),
        sql`exists (select from ${channels} where ${channels.workspaceId} = ${workspaceId}
            and ${channels.id} = ${channelId} and ${channels.status} = 'disconnected')`,
      ),
    ),
  );
}
