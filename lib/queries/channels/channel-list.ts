import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { channels } from '@/db/schema/channels';
import type { Actor } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { ChannelView } from '../inbox/views';
import { requirePermission } from '../permission';

/** The workspace's brand accounts, in the order in which they were connected. */
export async function channelList(actor: Actor): Promise<ChannelView[]> {
  requirePermission(actor, 'channel.read');
  const rows = await withWorkspace(actor.workspaceId, (tx) =>
    tx
      .select({
        id: channels.id,
        network: channels.network,
        handle: channels.handle,
        name: channels.name,
        status: channels.status,
        statusReason: channels.statusReason,
        lastProofAt: channels.lastProofAt,
        silentSince: channels.silentSince,
      })
      .from(channels)
      .where(eq(channels.workspaceId, actor.workspaceId))
      .orderBy(asc(channels.createdAt), asc(channels.id)),
  );
  return rows.map(({ lastProofAt, silentSince, ...row }) => ({
    ...row,
    lastProofAt: lastProofAt === null ? null : isoInstant(lastProofAt),
    silentSince: silentSince === null ? null : isoInstant(silentSince),
  }));
}
