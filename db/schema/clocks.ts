import { sql } from 'drizzle-orm';
import type { ExtraConfigColumn } from 'drizzle-orm/pg-core';
import { index, integer, jsonb, uuid } from 'drizzle-orm/pg-core';
import type { Ring } from '@/lib/domain/sla/ring';
import { instant } from './columns';

/** What lists show and sort by of a conversation's targets; kept with them. */
export function clockColumns() {
  return {
    /** When the next of its running targets is due, or was; null when none runs. */
    dueAt: instant('due_at'),
    /** Since when a running target is past its point of risk and not broken; null when none is. */
    riskAt: instant('risk_at'),
    /** Since when a promise is broken that nobody has fulfilled yet; null when none is. */
    breachedAt: instant('breached_at'),
    ring: jsonb().$type<Ring>(),
    /** The SLA policy that a rule chose, and the visit for which it did; null: the policies' own conditions say. */
    ruledPolicyId: uuid('ruled_policy_id'),
    ruledEpisode: integer('ruled_episode'),
  };
}

type Sorted = Record<
  | 'workspaceId'
  | 'status'
  | 'ownerId'
  | 'teamId'
  | 'channelId'
  | 'dueAt'
  | 'riskAt'
  | 'breachedAt'
  | 'lastMessageAt'
  | 'id',
  ExtraConfigColumn
>;

/** For lists with the next due first, as `lib/queries/inbox/order.ts` asks for it. Nothing is due in what is settled. */
export function byClocks(table: Sorted) {
  const { workspaceId, status, ownerId, teamId, channelId, lastMessageAt, id } = table;
  const due = sql`(case when due_at is null then 'infinity'::timestamptz else due_at end)`;
  const waits = sql`(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end)`;
  const order = [due, waits, lastMessageAt, id] as const;
  const unsettled = sql`status in ('open', 'waiting', 'on_hold', 'snoozed')`;
  return [
    index('conversations_by_status_due')
      .on(workspaceId, status, ...order)
      .where(unsettled),
    index('conversations_by_owner_due')
      .on(workspaceId, ownerId, status, ...order)
      .where(unsettled),
    index('conversations_by_team_due')
      .on(workspaceId, teamId, status, ...order)
      .where(sql`team_id is not null and status in ('open', 'waiting', 'on_hold', 'snoozed')`),
    index('conversations_by_channel_due')
      .on(workspaceId, channelId, status, ...order)
      .where(unsettled),
    index('conversations_at_risk')
      .on(workspaceId, status, ...order)
      .where(sql`risk_at is not null`),
    index('conversations_breached')
      .on(workspaceId, status, ...order)
      .where(sql`breached_at is not null`),
  ];
}
