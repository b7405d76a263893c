import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';

/** A conversation with steps that are due; the system role sees ids and times, never a word of it. */
export type DueConversation = { workspaceId: string; conversationId: string };

/**
 * Conversations with due steps by the database's clock, the longest due first, and how many milliseconds
 * later the next step follows; null when nothing is armed.
 */
export async function dueSteps(
  limit: number,
): Promise<{ due: DueConversation[]; nextInMs: number | null }> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<DueConversation & { inMs: number }>(sql`
        select workspace_id as "workspaceId", conversation_id as "conversationId",
          extract(epoch from due_at - clock_timestamp())::float8 * 1000 as "inMs"
        from sla_timers where due_at is not null and fired_at is null
        order by due_at limit ${limit * STEPS_EACH + 1}`),
    'read',
  );
  const late = rows.filter(({ inMs }) => inMs <= 0);
  const each = new Map(late.map((row) => [row.conversationId, row]));
  const due = [...each.values()].slice(0, limit);
  return { due, nextInMs: rows[late.length]?.inMs ?? null };
}

/** A conversation seldom has more steps that fall due together. */
const STEPS_EACH = 4;
