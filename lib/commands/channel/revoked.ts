import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import type { CommandContext, Outcome } from '../command';
import { setStanding } from './standing';

/**
 * The brand took our grant back on its network. `outdated` when that was before the present connection,
 * which the network has confirmed since.
 */
export async function grantRevoked(
  context: CommandContext<null>,
  channelId: string,
  at: Date,
): Promise<Outcome<'received' | 'outdated'>> {
  const { tx, workspaceId } = context;
  const [channel] = await tx
    .select({
      outdated: sql<boolean>`coalesce(${channels.subscribedAt} > ${at.toISOString()}::timestamptz, false)`,
    })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)))
    .for('update');
  if (!channel || channel.outdated) return { value: 'outdated', events: [] };
  const standing = { status: 'reconnect', reason: 'ACCOUNT_DISCONNECTED' } as const;
  return { value: 'received', events: await setStanding(context, channelId, standing) };
}
