import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { wakesRouter } from '@/lib/domain/routing/wakes';
import type { Lane } from '@/lib/jobs/nudge';
import { WORK_CHANNEL } from '@/lib/jobs/nudge';
import { keepHands } from './routing/keep-hands';
import { keepPromises } from './sla/keep';
import { tellMembers } from './tell';

export const EVENTS_CHANNEL = 'porchlight_events';

type Closing = {
  workspaceId: string;
  actorMemberId: string | null;
  events: readonly EventDraft[];
  nudges: readonly Lane[];
};

/**
 * The end of a command: brings up to date whose what is and what is promised, and tells the members whom it concerns; then, as the last
 * statement, takes the next `seq` under the workspace's counter row, writes the events and notifies. Last, so
 * that `seq` order is commit order and the counter is held briefly.
 */
export async function closeWithEvents(tx: Tx, closing: Closing): Promise<void> {
  const { workspaceId, actorMemberId, nudges } = closing;
  for (const lane of nudges) {
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    await tx.execute(sql`select pg_notify(${WORK_CHANNEL}, ${lane})`);
  }
  if (closing.events.length === 0) return;

  await keepHands(tx, closing);
  const promised = await keepPromises(tx, closing);
  const events = await tellMembers(tx, { ...closing, events: [...closing.events, ...promised] });
  const wakes = events.some(wakesRouter) ? sql`, pg_notify(${WORK_CHANNEL}, 'routing')` : sql``;
  const drafts = JSON.stringify(events.map((event, index) => ({ ...event, index })));
  await tx.execute(sql`
    with counter as (
      insert into event_counters (workspace_id, seq) values (${workspaceId}, ${events.length})
      on conflict (workspace_id) do update set seq = event_counters.seq + ${events.length}
      returning seq
    ), written as (
      insert into events (workspace_id, seq, type, conversation_id, message_id, channel_id, member_id, actor_member_id, data)
      select ${workspaceId}, counter.seq - ${events.length} + draft.index + 1, draft.type,
        draft."conversationId", draft."messageId", draft."channelId", draft."memberId",
        ${actorMemberId}, coalesce(draft.data, '{}'::jsonb)
      from counter, jsonb_to_recordset(${drafts}::jsonb) as draft(
        index int, type text, "conversationId" uuid, "messageId" uuid, "channelId" uuid, "memberId" uuid, data jsonb)
      returning seq
    )
    select pg_notify(${EVENTS_CHANNEL}, ${`${workspaceId}:`} || max(seq))${wakes} from written`);
}
