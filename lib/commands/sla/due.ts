import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';

/** Conversations of one workspace with steps that are due; the system role sees ids and times, never a word of them. */
export type DueConversations = { workspaceId: string; conversationIds: string[] };

/** So many are fired in one transaction: many at once cost little more than one, and nobody waits long for it. */
const TOGETHER = 25;
/** A conversation seldom has more steps that fall due together. */
const STEPS_EACH = 3;

/**
 * Conversations with due steps by the database's clock, in at most `limit` lots, the longest due first, and
 * how many milliseconds later the next step follows; null when nothing is armed.
 */
export async function dueSteps(
  limit: number,
  inHand: ReadonlySet<string>,
): Promise<{ due: DueConversations[]; nextInMs: number | null }> {
  const most = (limit * TOGETHER + inHand.size) * STEPS_EACH + 1;
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<{ workspaceId: string; conversationId: string; inMs: number }>(sql`
        select workspace_id as "workspaceId", conversation_id as "conversationId",
          extract(epoch from due_at - clock_timestamp())::float8 * 1000 as "inMs"
        from sla_timers where due_at is not null and fired_at is null
        order by due_at limit ${most}`),
    'read',
  );
  const late = rows.filter(({ inMs }) => inMs <= 0);
  const lots: DueConversations[] = [];
  for (const { workspaceId, conversationId } of late) {
    if (inHand.has(conversationId)) continue;
    const ofIt = lots.filter((lot) => lot.workspaceId === workspaceId);
    if (ofIt.some(({ conversationIds }) => conversationIds.includes(conversationId))) continue;
    const open = ofIt.find(({ conversationIds }) => conversationIds.length < TOGETHER);
    if (open) open.conversationIds.push(conversationId);
    else if (lots.length < limit) lots.push({ workspaceId, conversationIds: [conversationId] });
  }
  return { due: lots, nextInMs: rows[late.length]?.inMs ?? null };
}
