import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { assumedLimits } from './domain/channel/assumed-limits';
import type { Traffic } from './domain/offers/room';

/** What a channel may still send, who waits for it, and when it may send more. Epoch milliseconds. */
export type ChannelTraffic = Traffic & { now: number; resetAt: number };

/** The same for the lane that gives offers out and for whoever watches it. */
export async function trafficOf(
  tx: Tx,
  workspaceId: string,
  channelId: string,
): Promise<ChannelTraffic> {
  const [row] = await prepared<ChannelTraffic>(tx, {
    name: 'channel_traffic',
    text: `
      select coalesce(budget.limit_now, $3)::int as "limit",
        coalesce(budget.left_now, $3)::int as remaining,
        ${ms('coalesce(budget.reset_at, clock_timestamp())')} as "resetAt",
        ${ms('clock_timestamp()')} as now,
        (select count(*) from deliveries where workspace_id = $1 and channel_id = $2
          and state = 'queued' and purpose <> 'offer' and due_at <= clock_timestamp() + interval '1 minute'
          and exists (select from conversations thread where thread.workspace_id = $1
            and thread.id = conversation_id and thread.kind = 'private'))::int as "repliesWaiting",
        (select count(*) from deliveries where workspace_id = $1 and channel_id = $2
          and state in ('queued', 'sending') and purpose = 'offer'
          and due_at <= clock_timestamp() + interval '1 minute')::int as "offersUnderWay"
      from (select) as always
      left join lateral (
        select window_limit as limit_now, reset_at,
          case when reset_at <= clock_timestamp() then window_limit else remaining end as left_now
        from channel_budgets
        where workspace_id = $1 and channel_id = $2 and purpose = 'send') as budget on true`,
    values: [workspaceId, channelId, assumedLimits.send],
  });
  if (!row) throw new Error('a statement of one row has none');
  return row;
}

function ms(instant: string): string {
  return `extract(epoch from ${instant})::float8 * 1000`;
}
