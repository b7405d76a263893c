import 'server-only';
import type { SQL } from 'drizzle-orm';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Verdict } from '@/lib/domain/delivery/verdict';
import type { RateReading } from '../channel/budget';
import { closeBudget, noteRate } from '../channel/budget';
import type { CommandContext } from '../command';
import type { Consequences } from './move';

type Context = CommandContext<null>;

type After = {
  verdict: Verdict;
  rate?: RateReading | undefined;
  /** Epoch milliseconds by the database's clock. */
  now: number;
};

/** What an attempt means for its channel: its budget, and whether anything may leave through it. */
export async function channelAfter(
  context: Context,
  channelId: string,
  { verdict, rate, now }: After,
): Promise<Consequences> {
  if (rate) await noteRate(context, channelId, { purpose: 'send', ...rate });
  switch (verdict.channel) {
    case 'works':
      return await worksAgain(context, channelId);
    case 'cool':
      await rest(context, channelId, untilOf(verdict, now));
      return { events: [], nudges: [] };
    case 'pause':
      await rest(context, channelId, untilOf(verdict, now));
      return await change(context, channelId, { status: 'paused', verdict });
    case 'reconnect':
      return await change(context, channelId, { status: 'reconnect', verdict });
    case 'refresh':
    case 'untouched':
      return { events: [], nudges: [] };
  }
}

async function rest(context: Context, channelId: string, until: Date): Promise<void> {
  await closeBudget(context, channelId, { purpose: 'send', until });
}

function untilOf({ wait }: Verdict, now: number): Date {
  if (wait === 'none') return new Date(now);
  return 'until' in wait ? wait.until : new Date(now + wait.forMs);
}

/** A message went through a paused channel: whatever restricted it is over. */
async function worksAgain(context: Context, channelId: string): Promise<Consequences> {
  const events = await setStatus(context, channelId, {
    from: eq(channels.status, 'paused'),
    to: { status: 'connected', statusReason: null },
  });
  return { events, nudges: events.length > 0 ? ['delivery'] : [] };
}

async function change(
  context: Context,
  channelId: string,
  { status, verdict }: { status: 'paused' | 'reconnect'; verdict: Verdict },
): Promise<Consequences> {
  const events = await setStatus(context, channelId, {
    from: sql`${inArray(channels.status, ['connected', 'paused'])}
      and (${channels.status}, ${channels.statusReason}) is distinct from (${status}, ${verdict.reason})`,
    to: { status, statusReason: verdict.reason },
  });
  return { events, nudges: [] };
}

type Standing = Pick<typeof channels.$inferSelect, 'status' | 'statusReason'>;

async function setStatus(
  { tx, workspaceId }: Context,
  channelId: string,
  { from, to }: { from: SQL | undefined; to: Standing },
): Promise<EventDraft[]> {
  const changed = await tx
    .update(channels)
    .set(to)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId), from))
    .returning({ id: channels.id });
  return changed.map(({ id }) => ({
    type: 'channel.changed',
    channelId: id,
    data: { status: to.status, reason: to.statusReason },
  }));
}
