import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { boundsOf, yearBefore } from '@/lib/domain/reports/period';
import type { DayVolume, Volume, VolumeAsked } from '@/lib/domain/reports/volume';
import { requirePermission } from '../permission';

export type ChannelVolume = {
  /** Null is all of them together. */
  channelId: string | null;
  handle: string | null;
  now: Volume;
  /** The same dates a year before; null when no message was here by then. */
  yearAgo: Volume | null;
  /** The first message that we have, when it came within those dates: they are not whole. */
  yearAgoSince: string | null;
};

/** Customers' messages of which the network told us more than two minutes after they were written. */
export type LateMessages = { count: number; slowestSeconds: number };

export type VolumeReport = { days: DayVolume[]; channels: ChannelVolume[]; late: LateMessages };

/** How much came in: by the day of a zone's wall clocks, and by channel beside the year before. */
export async function volumeReport(actor: Actor, asked: VolumeAsked): Promise<VolumeReport> {
  requirePermission(actor, 'report.read');
  const { workspaceId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => ({
      days: await daysIn(tx, workspaceId, asked),
      channels: await channelsIn(tx, workspaceId, asked),
      late: await lateIn(tx, workspaceId, asked),
    }),
    'ask',
  );
}

/**
 * Customers' messages from $2 up to $3 on channel $4 or on all, and which of them began a conversation: it has no
 * earlier one. When somebody came back, only the events know.
 */
export const cameIn = `
  select m.at, m.channel_id, m.conversation_id, 1 as received,
    case when m.is_first and not exists (
      select from messages e where e.workspace_id = $1 and e.conversation_id = m.conversation_id
        and e.kind = 'inbound' and e.at < $2::timestamptz) then 1 else 0 end as begun, 0 as returned
  from (
    select at, channel_id, conversation_id,
      row_number() over (partition by conversation_id order by at, tie, id) = 1 as is_first
    from messages where workspace_id = $1 and kind = 'inbound'
      and at >= $2::timestamptz and at < $3::timestamptz
      and ($4::uuid is null or channel_id = $4)
  ) m
  union all
  select e.at, e.channel_id, e.conversation_id, 0, 0, 1 from events e
  where e.workspace_id = $1 and e.type = 'conversation.reopened' and e.data ->> 'newEpisode' = 'true'
    and e.at >= $2::timestamptz and e.at < $3::timestamptz and ($4::uuid is null or e.channel_id = $4)`;

const sums = `(sum(begun) + sum(returned))::int as started, sum(returned)::int as returned,
  sum(received)::int as received`;

type Asked = Omit<VolumeAsked, 'days'>;

async function daysIn(tx: Tx, workspaceId: string, asked: Asked): Promise<DayVolume[]> {
  const { from, until } = boundsOf(asked.period, asked.zone);
  return await prepared<DayVolume>(tx, {
    text: `
      select to_char(at at time zone $5::text, 'YYYY-MM-DD') as day, ${sums}
      from (${cameIn}) came group by 1 order by 1`,
    values: [workspaceId, from, until, asked.channel, asked.zone],
  });
}

async function lateIn(tx: Tx, workspaceId: string, asked: Asked): Promise<LateMessages> {
  const { from, until } = boundsOf(asked.period, asked.zone);
  const [late] = await prepared<LateMessages>(tx, {
    text: `
      select count(*)::int as count,
        coalesce(max(extract(epoch from created_at - at)), 0)::float8 as "slowestSeconds"
      from messages where workspace_id = $1 and kind = 'inbound'
        and at >= $2::timestamptz and at < $3::timestamptz and ($4::uuid is null or channel_id = $4)
        and created_at > at + interval '2 minutes'`,
    values: [workspaceId, from, until, asked.channel],
  });
  return late ?? { count: 0, slowestSeconds: 0 };
}

type Sums = Volume & { channelId: string | null };

/** All together, and each channel. */
async function sumsIn(
  tx: Tx,
  values: [workspaceId: string, from: string, until: string, channel: string | null],
): Promise<Sums[]> {
  return await prepared<Sums>(tx, {
    text: `
      select channel_id as "channelId", ${sums}
      from (${cameIn}) came group by grouping sets ((channel_id), ())
      having grouping(channel_id) = 0 or count(*) > 0`,
    values,
  });
}

const nothing: Volume = { started: 0, returned: 0, received: 0 };

async function channelsIn(tx: Tx, workspaceId: string, asked: Asked): Promise<ChannelVolume[]> {
  const { period, zone, channel } = asked;
  const now = boundsOf(period, zone);
  const then = boundsOf(yearBefore(period), zone);
  const sumsNow = await sumsIn(tx, [workspaceId, now.from, now.until, channel]);
  const sumsThen = await sumsIn(tx, [workspaceId, then.from, then.until, channel]);
  const known = await firstKnown(tx, [workspaceId, then.until, channel]);
  return known.map(({ channelId, handle, firstAt }) => {
    const of = (all: readonly Sums[]): Volume => {
      const found = all.find((one) => one.channelId === channelId);
      const { started, returned, received } = found ?? nothing;
      return { started, returned, received };
    };
    return {
      ...{ channelId, handle, now: of(sumsNow) },
      yearAgo: firstAt === null ? null : of(sumsThen),
      yearAgoSince: firstAt !== null && firstAt > then.from ? firstAt : null,
    };
  });
}

type Known = { channelId: string | null; handle: string | null; firstAt: string | null };

/** All together and each channel, with the first message from a customer that it had before $2. */
async function firstKnown(
  tx: Tx,
  values: [workspaceId: string, until: string, channel: string | null],
): Promise<Known[]> {
  return await prepared<Known>(tx, {
    text: `
      with known as (
        select h.id, h.handle, (
          select m.at from messages m where m.workspace_id = $1 and m.channel_id = h.id
            and m.kind = 'inbound' and m.at < $2::timestamptz order by m.at limit 1) as first_at
        from channels h where h.workspace_id = $1 and ($3::uuid is null or h.id = $3))
      select id as "channelId", handle,
        to_char(first_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "firstAt"
      from known
      union all
      select null, null, to_char(min(first_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      from known
      order by 2 nulls first, 1`,
    values,
  });
}
