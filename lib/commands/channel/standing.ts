import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { CommandContext } from '../command';

export type Standing =
  | { status: 'connected' }
  | { status: 'reconnect' | 'paused'; reason: DeliveryReason };

/**
 * Writes how a channel stands with its network. Answers with the fact to record: none when it stood
 * so already, or when it is disconnected, which only a person changes.
 */
export async function setStanding(
  { tx, workspaceId }: CommandContext<Actor | null>,
  channelId: string,
  standing: Standing,
): Promise<EventDraft[]> {
  const { status } = standing;
  const reason = 'reason' in standing ? standing.reason : null;
  const [changed] = await tx
    .update(channels)
    .set({
      status,
      statusReason: reason,
      // Without a grant there is nothing to look after; with one again, there may be a gap to close.
      healDueAt:
        status === 'reconnect' ? sql`'infinity'` : sql`least(${channels.healDueAt}, now())`,
      silenceDueAt: sql`now()`,
    })
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        eq(channels.id, channelId),
        sql`${channels.status} <> 'disconnected'`,
        sql`(${channels.status}, ${channels.statusReason}) is distinct from (${status}, ${reason}::text)`,
      ),
    )
    .returning({ id: channels.id });
  return changed ? [{ type: 'channel.changed', channelId, data: { status, reason } }] : [];
}
