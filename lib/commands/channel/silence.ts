import 'server-only';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { channels } from '@/db/schema/channels';
import type { Actor } from '@/lib/domain/access/can';
import { listen, silentAfter, usualQuietOf } from '@/lib/domain/channel/silence';
import { statuses } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import type { ChannelPlace } from './credentials';

type Context = CommandContext<Actor | null>;

/** The pace of this process, and how long a look rests while a silence lasts. */
export type Pace = { timeScale: number; restMs: number };

/** The channels that somebody has to listen for now, over all workspaces. */
export function dueToListen(limit: number): Promise<ChannelPlace[]> {
  return withSystem(
    (tx) =>
      tx
        .select({ workspaceId: channels.workspaceId, channelId: channels.id })
        .from(channels)
        .where(lte(channels.silenceDueAt, sql`now()`))
        .orderBy(asc(channels.silenceDueAt))
        .limit(limit),
    'read',
  );
}

/**
 * Listens for one channel: measures its rhythm, decides whether it is silent, tells of a change. All in
 * one transaction under the lock on its row, so that whoever comes second, or again, finds it done.
 */
export function listenFor(
  { workspaceId, channelId }: ChannelPlace,
  { timeScale, restMs }: Pace,
): Promise<'silent' | 'heard' | null> {
  return asSystem(workspaceId, async (context): Promise<Outcome<'silent' | 'heard' | null>> => {
    const channel = await lockDue(context, channelId);
    if (!channel) return { value: null, events: [] };
    const { nowMs, chosen, isWatched, isSilent } = channel;
    const usualQuiet = usualQuietOf(await busyHours(context, channelId));
    const minutes = isWatched ? silentAfter(chosen, usualQuiet) : null;
    const afterMs = minutes === null ? null : minutes * 60_000 * timeScale;
    const heardAtMs = Math.max(channel.heardAtMs, await lastInbound(context, channelId));
    const found = listen({ heardAtMs, isSilent, afterMs, nowMs }, restMs);
    const { tell, againAtMs } = found;
    await context.tx
      .update(channels)
      .set({
        usualQuietMinutes: usualQuiet,
        silenceDueAt: againAtMs === null ? null : atMs(againAtMs),
        ...(tell === 'silent' && { silentSince: atMs(heardAtMs) }),
        ...(!found.isSilent && { silentSince: null }),
      })
      .where(isChannel(context, channelId));
    return { value: tell, events: tell ? [factOf(channelId, tell, minutes)] : [] };
  });
}

function factOf(channelId: string, tell: 'silent' | 'heard', minutes: number | null): EventDraft {
  return tell === 'silent'
    ? { type: 'channel.silent', channelId, data: { afterMinutes: minutes } }
    : { type: 'channel.heard', channelId };
}

/** A customer wrote on a channel that was silent: the silence is over. The one who ends it tells of it. */
export async function heardAgain(context: Context, channelId: string): Promise<EventDraft[]> {
  const ended = await context.tx
    .update(channels)
    .set({ silentSince: null, heardAt: sql`now()`, silenceDueAt: sql`now()` })
    .where(and(isChannel(context, channelId), sql`${channels.silentSince} is not null`))
    .returning({ id: channels.id });
  return ended.length > 0 ? [{ type: 'channel.heard', channelId }] : [];
}

/** The columns of a channel that somebody listens for from now on. */
export const listenedFor = {
  heardAt: sql`now()`,
  silenceDueAt: sql`now()`,
  silentSince: null,
};

async function lockDue({ tx, workspaceId }: Context, channelId: string) {
  const [channel] = await tx
    .select({
      chosen: channels.silentAfterMinutes,
      isSilent: sql<boolean>`${channels.silentSince} is not null`,
      isWatched: sql<boolean>`${channels.status} in ('connected', 'paused')`,
      heardAtMs: epochMs(sql`coalesce(${channels.heardAt}, ${channels.createdAt})`),
      nowMs: epochMs(sql`now()`),
    })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        eq(channels.id, channelId),
        lte(channels.silenceDueAt, sql`now()`),
      ),
    )
    .for('update');
  return channel;
}

/** The hours of the last two weeks in which somebody wrote last in a conversation, as epoch milliseconds. */
async function busyHours({ tx, workspaceId }: Context, channelId: string): Promise<number[]> {
  const { rows } = await tx.execute<{ hour: number }>(sql`
    select distinct extract(epoch from date_trunc('hour', last_inbound_at))::float8 * 1000 as hour
    from conversations
    where workspace_id = ${workspaceId} and channel_id = ${channelId} and kind = 'private'
      and status = any(${sql.param([...statuses])}::text[])
      and last_message_at > now() - interval '14 days' and last_inbound_at > now() - interval '14 days'`);
  return rows.map(({ hour }) => hour);
}

/**
 * When a customer wrote last, in epoch milliseconds; 0 when nobody did. Looks at the newest hundred
 * conversations of each status: enough unless the team alone wrote in all of them since.
 */
async function lastInbound({ tx, workspaceId }: Context, channelId: string): Promise<number> {
  const { rows } = await tx.execute<{ at: number | null }>(sql`
    select extract(epoch from max(newest.last_inbound_at))::float8 * 1000 as at
    from unnest(${sql.param([...statuses])}::text[]) as known(status), lateral (
      select last_inbound_at from conversations
      where workspace_id = ${workspaceId} and channel_id = ${channelId} and status = known.status
        and kind = 'private'
      order by last_message_at desc limit 100
    ) newest`);
  return rows[0]?.at ?? 0;
}

function isChannel({ workspaceId }: Context, channelId: string) {
  return and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId));
}

function epochMs(instant: ReturnType<typeof sql>) {
  return sql<number>`extract(epoch from ${instant})::float8 * 1000`;
}

function atMs(ms: number) {
  return sql`to_timestamp(${ms}::float8 / 1000)`;
}
