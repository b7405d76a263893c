import 'server-only';
import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/domain/access/can';
import type { DoorWay } from '@/lib/domain/channel/door';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Door } from '@/lib/domain/permissions/x-rules';
import type { CommandContext } from '../command';

/** How a channel's door is, how we know, and who said or did it. */
type Told = { door: Door; how: DoorWay; memberId: string };

/** Keeps how a channel's door is now. Answers the event that tells of a change; none when it was so already. */
export async function knowDoor(
  { tx, workspaceId }: CommandContext<Actor | null>,
  channelId: string,
  { door, how, memberId }: Told,
): Promise<EventDraft[]> {
  const { rows } = await tx.execute<{ before: Door | null }>(sql`
    with known as (
      select door from channels where workspace_id = ${workspaceId} and id = ${channelId} for update
    )
    update channels set door = ${door}, door_seen_at = now(),
      door_at = case when known.door is distinct from ${door} then now() else door_at end
    from known where workspace_id = ${workspaceId} and id = ${channelId}
    returning known.door as before`);
  return rows
    .filter(({ before }) => before !== door)
    .map(({ before }) => ({
      type: 'channel.door',
      channelId,
      memberId,
      data: { from: before, to: door, how },
    }));
}
