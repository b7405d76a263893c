import 'server-only';
import { and, eq } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { Verdict } from '@/lib/domain/delivery/verdict';
import type { RateReading } from '../channel/budget';
import { closeBudget, noteRate } from '../channel/budget';
import { setStanding } from '../channel/standing';
import type { CommandContext } from '../command';
import type { Consequences } from './move';

type Context = CommandContext<null>;

type After = {
  verdict: Verdict;
  rate?: RateReading | undefined;
  /** The budget that the attempt was taken from. */
  purpose: 'send' | 'post';
  /** Epoch milliseconds by the database's clock. */
  now: number;
};

/** What an attempt means for its channel: its budget, and whether anything may leave through it. */
export async function channelAfter(
  context: Context,
  channelId: string,
  { verdict, rate, purpose, now }: After,
): Promise<Consequences> {
  if (rate) await noteRate(context, channelId, { purpose, ...rate });
  switch (verdict.channel) {
    case 'works':
      return await worksAgain(context, channelId);
    case 'cool':
      await closeBudget(context, channelId, { purpose, until: untilOf(verdict, now) });
      return { events: [], nudges: [] };
    case 'pause':
      await closeBudget(context, channelId, { purpose, until: untilOf(verdict, now) });
      return await change(context, channelId, { status: 'paused', reason: verdict.reason });
    case 'reconnect':
      return await change(context, channelId, { status: 'reconnect', reason: verdict.reason });
    case 'refresh':
    case 'untouched':
      return { events: [], nudges: [] };
  }
}

function untilOf({ wait }: Verdict, now: number): Date {
  if (wait === 'none') return new Date(now);
  return 'until' in wait ? wait.until : new Date(now + wait.forMs);
}

/** A message went through a paused channel: whatever restricted it is over. */
async function worksAgain(context: Context, channelId: string): Promise<Consequences> {
  if ((await statusOf(context, channelId)) !== 'paused') return { events: [], nudges: [] };
  const events = await setStanding(context, channelId, { status: 'connected' });
  return { events, nudges: ['delivery'] };
}

/** A channel that waits for an admin keeps waiting for one, whatever else befalls it. */
async function change(
  context: Context,
  channelId: string,
  { status, reason }: { status: 'paused' | 'reconnect'; reason: DeliveryReason | null },
): Promise<Consequences> {
  if (reason === null || (await statusOf(context, channelId)) === 'reconnect') {
    return { events: [], nudges: [] };
  }
  return { events: await setStanding(context, channelId, { status, reason }), nudges: [] };
}

async function statusOf({ tx, workspaceId }: Context, channelId: string) {
  const [channel] = await tx
    .select({ status: channels.status })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)))
    .for('no key update');
  return channel?.status;
}
