import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { conversations } from '@/db/schema/conversations';
import { asSystem } from '../command';

/** A snoozed conversation; the system role sees ids and times, never a word of it. */
export type Sleeper = { workspaceId: string; conversationId: string };

/**
 * The conversations whose time has come by the database's clock, the longest due first, and how many
 * milliseconds later the next one follows; null when nothing else sleeps.
 */
export async function dueToWake(
  limit: number,
): Promise<{ due: Sleeper[]; nextInMs: number | null }> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<Sleeper & { inMs: number }>(sql`
        select workspace_id as "workspaceId", id as "conversationId",
          extract(epoch from snoozed_until - clock_timestamp())::float8 * 1000 as "inMs"
        from conversations where snoozed_until is not null
        order by snoozed_until limit ${limit + 1}`),
    'read',
  );
  const due = rows.filter(({ inMs }) => inMs <= 0).slice(0, limit);
  return { due, nextInMs: rows[due.length]?.inMs ?? null };
}

/** Wakes one whose time has come. False when it is awake already, or was put off further. */
export function wakeConversation({ workspaceId, conversationId }: Sleeper): Promise<boolean> {
  return asSystem(workspaceId, async ({ tx }) => {
    const here = and(
      eq(conversations.workspaceId, workspaceId),
      eq(conversations.id, conversationId),
    );
    const [sleeper] = await tx
      .select({ snoozedBy: conversations.snoozedBy })
      .from(conversations)
      // Not what the claim saw: it may have been put off meanwhile, and never wakes early.
      .where(and(here, sql`${conversations.snoozedUntil} <= clock_timestamp()`))
      .for('update');
    if (!sleeper) return { value: false, events: [] };
    await tx
      .update(conversations)
      .set({
        status: 'open',
        statusAt: sql`now()`,
        snoozedUntil: null,
        snoozedBy: null,
        version: sql`${conversations.version} + 1`,
      })
      .where(here);
    const { snoozedBy } = sleeper;
    return {
      value: true,
      events: [
        {
          type: 'conversation.woke',
          conversationId,
          ...(snoozedBy && { memberId: snoozedBy }),
          data: { because: 'time' },
        },
      ],
    };
  });
}
