import 'server-only';
import { sql } from 'drizzle-orm';
import { channelBudgets } from '@/db/schema/channels';
import type { Actor } from '@/lib/domain/access/can';
import { assumedLimits } from '@/lib/domain/channel/assumed-limits';
import { env } from '@/lib/env';
import type { CommandContext } from '../command';

type Context = Pick<CommandContext<Actor | null>, 'tx' | 'workspaceId'>;

export type Purpose = keyof typeof assumedLimits;

/** What a network said beside an answer. */
export type RateReading = { limit: number; remaining: number; resetAt: Date };

const ASSUMED_WINDOW_MS = 15 * 60_000;

/**
 * Takes one call out of a channel's budget, under the lock on its row: of any number who ask at once,
 * no more get one than there are. Taken in the transaction that commits the intention to call.
 */
export async function takeFromBudget(
  { tx, workspaceId }: Context,
  channelId: string,
  purpose: Purpose,
): Promise<{ granted: true } | { granted: false; until: Date }> {
  const { rowCount } = await tx.execute(sql`
    insert into channel_budgets as budget
      (workspace_id, channel_id, purpose, window_limit, remaining, reset_at)
    values (${workspaceId}, ${channelId}, ${purpose}, ${assumedLimits[purpose]}, ${assumedLimits[purpose] - 1}, ${nextReset()})
    on conflict (workspace_id, channel_id, purpose) do update set
      remaining = case when ${hasReset} then budget.window_limit else budget.remaining end - 1,
      reset_at = case when ${hasReset} then ${nextReset()} else budget.reset_at end
    where budget.remaining > 0 or (${hasReset} and budget.window_limit > 0)`);
  if (rowCount === 1) return { granted: true };
  const { rows } = await tx.execute<{ until: number }>(sql`
    select extract(epoch from greatest(reset_at, clock_timestamp()))::float8 * 1000 as until
    from channel_budgets where workspace_id = ${workspaceId} and channel_id = ${channelId}
      and purpose = ${purpose}`);
  return { granted: false, until: new Date(Math.ceil(rows[0]?.until ?? 0)) };
}

/**
 * Believes the network about the budget. Within one window a reading may only lower what is left:
 * it does not know of the calls that are still under way.
 */
export async function noteRate(
  { tx, workspaceId }: Context,
  channelId: string,
  { purpose, limit, remaining, resetAt }: RateReading & { purpose: Purpose },
): Promise<void> {
  const reset = sql`${resetAt.toISOString()}::timestamptz`;
  await tx.execute(sql`
    insert into channel_budgets as budget
      (workspace_id, channel_id, purpose, window_limit, remaining, reset_at)
    values (${workspaceId}, ${channelId}, ${purpose}, ${limit}, ${remaining}, ${reset})
    on conflict (workspace_id, channel_id, purpose) do update set
      window_limit = excluded.window_limit,
      remaining = case
        when budget.window_limit = excluded.window_limit and not ${hasReset}
          and abs(extract(epoch from budget.reset_at - excluded.reset_at)) < ${sameWindowSeconds()}
        then least(budget.remaining, excluded.remaining)
        else excluded.remaining end,
      reset_at = excluded.reset_at
    where excluded.reset_at > clock_timestamp()`);
}

/** Spends what is left: the network said that it takes nothing more before `until`. */
export async function closeBudget(
  { tx, workspaceId }: Context,
  channelId: string,
  { purpose, until }: { purpose: Purpose; until: Date },
): Promise<void> {
  await tx
    .insert(channelBudgets)
    .values({
      workspaceId,
      channelId,
      purpose,
      limit: assumedLimits[purpose],
      remaining: 0,
      resetAt: until.toISOString(),
    })
    .onConflictDoUpdate({
      target: [channelBudgets.workspaceId, channelBudgets.channelId, channelBudgets.purpose],
      set: { remaining: 0, resetAt: until.toISOString() },
    });
}

const hasReset = sql`budget.reset_at <= clock_timestamp()`;

function nextReset() {
  const windowMs = ASSUMED_WINDOW_MS * env().TIME_SCALE;
  return sql`clock_timestamp() + ${windowMs} * interval '1 millisecond'`;
}

/** Networks tell their reset in whole seconds; two readings this close mean the same window. */
function sameWindowSeconds(): number {
  return Math.max(1.5, (ASSUMED_WINDOW_MS * env().TIME_SCALE) / 3_000);
}
