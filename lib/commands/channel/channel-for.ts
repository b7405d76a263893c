import 'server-only';
import { and, eq } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

export type Channel = typeof channels.$inferSelect;

/** A channel of this workspace that is about to change, locked. Refuses as `not_found`, also for another's. */
export async function channelFor(
  { tx, workspaceId }: CommandContext,
  channelId: string,
): Promise<Channel> {
  const [channel] = await tx
    .select()
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)))
    .for('update');
  if (!channel) throw new Refusal('not_found', 'There is no such channel here.');
  return channel;
}
