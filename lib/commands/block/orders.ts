import 'server-only';
import { and, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { withSystem, withWorkspace } from '@/db/client';
import { messageBlocks } from '@/db/schema/blocks';
import type { BlockProblem } from '@/lib/domain/permissions/message-block';
import { takeFromBudget } from '../channel/budget';
import { asSystem } from '../command';
import type { Pair } from '../relation/learn';
import { ofPair } from '../relation/of-pair';

/** What somebody wants of a block, in the hands of this worker. */
export type HeldBlock = Pair & {
  workspaceId: string;
  externalId: string;
  wanted: boolean;
  askedBy: string;
  tries: number;
  /** Whether an earlier call may have arrived. */
  inDoubt: boolean;
  leaseId: string;
};

/** Takes what is due, over all workspaces. */
export async function claimBlocks(limit: number, leaseMs: number): Promise<HeldBlock[]> {
  const due = await withSystem(
    (tx) =>
      tx
        .select({
          workspaceId: messageBlocks.workspaceId,
          channelId: messageBlocks.channelId,
          identityId: messageBlocks.identityId,
        })
        .from(messageBlocks)
        .where(and(isNotNull(messageBlocks.dueAt), lte(messageBlocks.dueAt, sql`now()`)))
        .orderBy(messageBlocks.dueAt)
        .limit(limit),
    'read',
  );
  const held = await Promise.all(due.map((place) => hold(place, leaseMs)));
  return held.flat();
}

function hold(
  { workspaceId, channelId, identityId }: Pair & { workspaceId: string },
  leaseMs: number,
): Promise<HeldBlock[]> {
  return withWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<HeldBlock>(sql`
      update message_blocks waiting set lease_id = ${uuid()}, tries = waiting.tries + 1,
        due_at = now() + ${leaseMs} * interval '1 millisecond'
      from identities person
      where waiting.workspace_id = ${workspaceId} and waiting.channel_id = ${channelId}
        and waiting.identity_id = ${identityId} and waiting.due_at <= now()
        and person.workspace_id = waiting.workspace_id and person.id = waiting.identity_id
      returning waiting.workspace_id as "workspaceId", waiting.channel_id as "channelId",
        waiting.identity_id as "identityId", person.external_id as "externalId", waiting.wanted,
        waiting.asked_by as "askedBy", waiting.tries, waiting.in_doubt as "inDoubt",
        waiting.lease_id as "leaseId"`);
    return rows;
  });
}

type Beginning = { kind: 'begun' } | { kind: 'lost' } | { kind: 'later'; until: Date };

/** Why it was not done this time; `neverArrived` when the network provably did nothing of this call. */
export type Hitch = { problem: BlockProblem; neverArrived: boolean };

/**
 * Commits that the network is about to be asked, with one call of the channel's budget. `lost` when
 * somebody wants something else by now or the hold is over: then nothing may be called.
 */
export function beginBlock(held: HeldBlock): Promise<Beginning> {
  return asSystem<Beginning>(held.workspaceId, async (context) => {
    const { rowCount } = await context.tx
      .update(messageBlocks)
      .set({ inDoubt: true })
      .where(and(isHeld(held), eq(messageBlocks.wanted, held.wanted)));
    if (rowCount !== 1) return { value: { kind: 'lost' }, events: [] };
    const budget = await takeFromBudget(context, held.channelId, 'block');
    if (budget.granted) return { value: { kind: 'begun' }, events: [] };
    return { value: { kind: 'later', until: budget.until }, events: [] };
  });
}

/** Later again; whoever wants something else by now is first. */
export async function postponeBlock(
  held: HeldBlock,
  { until, problem, neverArrived, counted }: Hitch & { until: Date; counted: boolean },
): Promise<void> {
  await withWorkspace(held.workspaceId, (tx) =>
    tx
      .update(messageBlocks)
      .set({
        leaseId: null,
        dueAt: sql`case when ${messageBlocks.wanted} = ${held.wanted}
          then ${until.toISOString()}::timestamptz else now() end`,
        problem: sql`case when ${messageBlocks.wanted} = ${held.wanted} then ${problem} end`,
        ...(neverArrived && { inDoubt: held.inDoubt }),
        ...(counted ? {} : { tries: sql`greatest(${messageBlocks.tries} - 1, 0)` }),
      })
      .where(isHeld(held)),
  );
}

export function isHeld(held: HeldBlock) {
  return and(
    ofPair(messageBlocks, held.workspaceId, held),
    eq(messageBlocks.leaseId, held.leaseId),
  );
}
