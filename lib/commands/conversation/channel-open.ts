import 'server-only';
import { and, eq } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';

/** Refuses a reply on a channel that cannot send until an admin has done something, and says what. */
export async function requireOpenChannel(
  { tx, workspaceId }: CommandContext,
  { channelId }: Conversation,
): Promise<void> {
  const [channel] = await tx
    .select({ handle: channels.handle, status: channels.status })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
  const sentence = channel ? wayOut[channel.status]?.(channel.handle) : undefined;
  if (sentence) throw new Refusal('conflict', sentence, { channelId, status: channel?.status });
}

type Sentence = (handle: string) => string;

const wayOut: Record<(typeof channels.$inferSelect)['status'], Sentence | undefined> = {
  connected: undefined,
  // Queued now, sent when the network lifts the restriction.
  paused: undefined,
  reconnect: (handle) =>
    `The network no longer accepts the sign-in of @${handle}. Ask an admin to connect it again in Settings; your draft stays here.`,
  disconnected: (handle) =>
    `@${handle} is disconnected, so nothing can be sent from it. Ask an admin to connect it again in Settings; your draft stays here.`,
};
