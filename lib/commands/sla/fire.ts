import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { conversations } from '@/db/schema/conversations';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { BREACH, RISK } from '@/lib/domain/sla/alarms';
import type { Metric, Step } from '@/lib/domain/sla/policy';
import { asSystem } from '../command';
import type { DueConversations } from './due';
import { escalate } from './escalate';

/** A step that fired. */
export type Fired = {
  conversationId: string;
  targetId: string;
  step: string;
  metric: Metric;
  /** When the target is due, which for a warning is later. */
  dueAt: string;
  /** How long after its time, in milliseconds. */
  lateMs: number;
  /** What the policy says of it; null for what every target has. */
  does: Step | null;
};

/**
 * Fires the due steps of conversations, each once: whatever it brings about is in the same transaction.
 * Answers with those that fired; a conversation that somebody has in hand this moment is left for the next look.
 */
export function fireSteps({ workspaceId, conversationIds }: DueConversations): Promise<Fired[]> {
  return asSystem(workspaceId, async (context) => {
    const { tx } = context;
    const found = await tx
      .select()
      .from(conversations)
      .where(
        and(eq(conversations.workspaceId, workspaceId), inArray(conversations.id, conversationIds)),
      )
      .orderBy(conversations.id)
      .for('no key update', { skipLocked: true });
    if (found.length === 0) return { value: [], events: [] };
    const locked = new Map(found.map((conversation) => [conversation.id, conversation]));
    const fired = await fireDue(tx, workspaceId, [...locked.keys()]);
    const events: EventDraft[] = fired.flatMap(factOf);
    for (const one of fired) {
      const conversation = locked.get(one.conversationId);
      if (!(one.does && conversation)) continue;
      // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
      const facts = await escalate(context, conversation, one.does);
      events.push(...facts.map((fact) => withPromise(fact, one)));
    }
    return { value: fired, events };
  });
}

/** Never early, and only what is armed now: whatever changed the target since armed another generation. */
async function fireDue(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Fired[]> {
  const { rows } = await tx.execute<Fired>(sql`
    with fired as (
      update sla_timers set fired_at = clock_timestamp()
      where workspace_id = ${workspaceId} and conversation_id = any(${sql.param(ids)}::uuid[])
        and fired_at is null and due_at <= clock_timestamp()
      returning target_id, conversation_id, step, due_at, fired_at
    )
    select fired.target_id as "targetId", fired.conversation_id as "conversationId", fired.step, target.metric,
      to_char(coalesce(target.due_at, fired.due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt",
      extract(epoch from fired.fired_at - fired.due_at)::float8 * 1000 as "lateMs",
      (select listed.entry from jsonb_array_elements(version.steps) as listed(entry)
        where listed.entry ->> 'id' = fired.step) as does
    from fired
    join sla_targets target on target.workspace_id = ${workspaceId} and target.id = fired.target_id
    join sla_policy_versions version on version.workspace_id = ${workspaceId}
      and version.id = target.policy_version_id
    order by fired.due_at, fired.step`);
  return rows;
}

/** Whoever is called by a step is told of which promise, and when that is due. */
function withPromise(fact: EventDraft, { metric, targetId, dueAt }: Fired): EventDraft {
  if (fact.type !== 'sla.escalated') return fact;
  return { ...fact, data: { metric, targetId, dueAt, ...fact.data } };
}

function factOf(fired: Fired): EventDraft[] {
  const { conversationId, step, metric, targetId, dueAt, lateMs } = fired;
  const data = { metric, targetId, dueAt, lateMs: Math.round(lateMs) };
  if (step === RISK) return [{ type: 'sla.warned', conversationId, data }];
  if (step === BREACH) return [{ type: 'sla.breached', conversationId, data }];
  return [];
}
