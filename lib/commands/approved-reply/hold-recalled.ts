import 'server-only';
import { sql } from 'drizzle-orm';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import type { Locked } from '../delivery/delivery-for';
import { findDelivery } from '../delivery/delivery-for';
import type { DeliveryPlace } from '../delivery/due';
import { moveDelivery } from '../delivery/move';
import { recalledByHand } from './by-hand';
import { returnRecalled } from './return';

/**
 * Whether a message that is about to leave holds words of a recalled version. Holds the versions that were put into it to the
 * end of the transaction: a recall waits for it, or came before. What was typed by hand is known by its sentences.
 */
export async function holdsRecalled(
  context: CommandContext<null>,
  messageId: string,
): Promise<boolean> {
  const { tx, workspaceId } = context;
  const { rows } = await tx.execute<{ state: string }>(sql`
    select v.state from reply_uses u
    join reply_versions v on v.workspace_id = u.workspace_id and v.id = u.version_id
    where u.workspace_id = ${workspaceId} and u.message_id = ${messageId}
    for share of v`);
  if (rows.some(({ state }) => state === 'recalled')) return true;
  const typed = await tx.execute<{ body: string }>(sql`
    select body from messages where workspace_id = ${workspaceId} and id = ${messageId}
      and author_id is not null and automatic is null`);
  const body = typed.rows[0]?.body;
  return body !== undefined && (await recalledByHand(context, body)) !== null;
}

/** The same once more, as the network is about to be called: what was recalled in that moment goes back into the queue, and is held there. */
export function isRecalledNow({ workspaceId, messageId }: DeliveryPlace): Promise<boolean> {
  return asSystem(workspaceId, async (context) => ({
    value: await holdsRecalled(context, messageId),
    events: [],
  }));
}

/**
 * Holds back whatever waits to leave with words of a version that was recalled, and gives what waits for an approval back to
 * its writer. Each in a transaction of its own; done again it does nothing. Answers how many.
 */
export async function settleRecall(workspaceId: string, versionId: string): Promise<number> {
  const waiting = await asSystem(workspaceId, async ({ tx }) => {
    const { rows } = await tx.execute<{ messageId: string | null; approvalId: string | null }>(sql`
      select u.message_id as "messageId", u.approval_id as "approvalId" from reply_uses u
      left join deliveries d on d.workspace_id = u.workspace_id and d.message_id = u.message_id
      where u.workspace_id = ${workspaceId} and u.version_id = ${versionId}
        and (d.state = 'queued' or u.state = 'asked')`);
    return { value: rows, events: [] };
  });
  let settled = 0;
  for (const { messageId, approvalId } of waiting) {
    // biome-ignore lint/performance/noAwaitInLoops: one after the other, each under its conversation's lock
    if (messageId !== null && (await holdRecalled(workspaceId, messageId))) settled += 1;
    if (approvalId !== null && (await returnRecalled(workspaceId, approvalId))) settled += 1;
  }
  return settled;
}

function holdRecalled(workspaceId: string, messageId: string): Promise<boolean> {
  return asSystem(workspaceId, async (context): Promise<Outcome<boolean>> => {
    const locked = await findDelivery(context, messageId);
    if (!locked || !(await holdsRecalled(context, messageId))) return { value: false, events: [] };
    return await heldForRecall(context, locked);
  });
}

/** The message does not leave: it failed, and its conversation waits again. */
export async function heldForRecall(
  context: CommandContext<null>,
  locked: Locked,
): Promise<Outcome<boolean>> {
  const reason = { reason: 'REPLY_RECALLED' } as const;
  const { moved, events, nudges } = await moveDelivery(
    context,
    locked,
    { kind: 'held_back' },
    reason,
  );
  return { value: moved, events, nudges };
}
