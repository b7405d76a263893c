import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import { troubledStates } from '@/lib/domain/delivery/states';

/** The events after a position, and where the workspace's counter stood at that same moment. */
export type Tail = { seq: number; events: LiveEvent[] };

type Row = Omit<LiveEvent, 'seq' | 'told' | 'contactId' | 'troubled'> & {
  seq: string;
  told: string | null;
  contactId: string | null;
  troubled: boolean;
};

const troubles = `'${troubledStates.join("','")}'`;

/** The first `limit` events after `after`, in order and without a hole: whoever has a lower `seq` has committed. */
export function tailAfter(workspaceId: string, after: number, limit: number): Promise<Tail> {
  return withWorkspace(
    workspaceId,
    async (tx) => {
      const [counter] = await prepared<{ seq: string }>(tx, {
        name: 'tail_counter',
        text: 'select seq from event_counters where workspace_id = $1',
        values: [workspaceId],
      });
      const rows = await prepared<Row>(tx, {
        name: 'tail_events',
        text: `select seq, type, conversation_id as "conversationId", message_id as "messageId",
            channel_id as "channelId", member_id as "memberId", actor_member_id as "actorMemberId",
            data ->> 'told' as told, data ->> 'contactId' as "contactId",
            type = 'delivery.changed' and (data ->> 'from' in (${troubles}) or data ->> 'to' in (${troubles}))
              as troubled
          from events where workspace_id = $1 and seq > $2::bigint order by seq limit $3::int`,
        values: [workspaceId, after, limit],
      });
      return {
        seq: Number(counter?.seq ?? 0),
        events: rows.map(({ told, contactId, troubled, ...row }) => ({
          ...row,
          seq: Number(row.seq),
          ...(told === null ? {} : { told }),
          ...(contactId === null ? {} : { contactId }),
          ...(troubled ? { troubled } : {}),
        })),
      };
    },
    'read',
  );
}
