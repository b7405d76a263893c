import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import { channelBudgets, channelCredentials, channels } from '@/db/schema/channels';
import type { Actor } from '@/lib/domain/access/can';
import { statuses } from '@/lib/domain/conversation/conversation';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import { requirePermission } from '../permission';

/** What is left of a channel's calls on its network until `resetAt`. */
export type BudgetView = { remaining: number; limit: number; resetAt: string };

/** How a channel is, by what has been proven and when. Instants are ISO 8601. */
export type ChannelHealthView = {
  id: string;
  network: string;
  handle: string;
  name: string;
  status: (typeof channels.$inferSelect)['status'];
  statusReason: DeliveryReason | null;
  lastProofAt: string | null;
  /** Up to here nothing is missing. */
  healedUpTo: string | null;
  /** When the network last promised to push; null when it has not yet. */
  subscribedAt: string | null;
  /** Why the last look after it did not finish: a code. */
  problem: string | null;
  isBeingHealed: boolean;
  /** Null when no look is planned. */
  nextLookAt: string | null;
  send: BudgetView | null;
  lookup: BudgetView | null;
  /** When a customer wrote last. */
  lastMessageAt: string | null;
  /** What the account granted us; null without a grant. `renewable`: we renew it ourselves before it ends. */
  grant: { expiresAt: string; expired: boolean; renewable: boolean } | null;
  silence: SilenceView;
  /** In which its replies are offered where nobody knows the customer's. */
  language: string;
};

/** When somebody is told that nothing comes. */
export type SilenceView = {
  /** What an admin chose: null for the channel's own rhythm, 0 for never. */
  chosen: number | null;
  /** The longest quiet time of the last two weeks, in minutes; null when too little is known. */
  usualQuiet: number | null;
  since: string | null;
};

/** The workspace's brand accounts with their health: the live ones first, then those that were. */
export async function channelHealth(actor: Actor): Promise<ChannelHealthView[]> {
  requirePermission(actor, 'channel.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const budgets = await budgetsOf(tx, actor);
      const rows = await rowsOf(tx, actor);
      return rows.map((row) => viewOf(row, budgets));
    },
    'read',
  );
}

function viewOf(row: Row, budgets: Map<string, BudgetView>): ChannelHealthView {
  const { silentAfterMinutes, usualQuietMinutes, silentSince, grant, ...rest } = row;
  return {
    ...rest,
    lastProofAt: orNull(row.lastProofAt),
    healedUpTo: orNull(row.healedUpTo),
    subscribedAt: orNull(row.subscribedAt),
    nextLookAt: orNull(row.nextLookAt),
    lastMessageAt: orNull(row.lastMessageAt),
    send: budgets.get(`${row.id} send`) ?? null,
    lookup: budgets.get(`${row.id} lookup`) ?? null,
    grant: grant && { ...grant, expiresAt: isoInstant(grant.expiresAt) },
    silence: {
      chosen: silentAfterMinutes,
      usualQuiet: usualQuietMinutes,
      since: orNull(silentSince),
    },
  };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(tx: Tx, { workspaceId }: Actor) {
  return tx
    .select({
      id: channels.id,
      network: channels.network,
      handle: channels.handle,
      name: channels.name,
      status: channels.status,
      statusReason: channels.statusReason,
      lastProofAt: channels.lastProofAt,
      healedUpTo: channels.healedUpTo,
      subscribedAt: channels.subscribedAt,
      problem: channels.healProblem,
      isBeingHealed: sql<boolean>`coalesce(${channels.healLeaseUntil} > now(), false)`,
      nextLookAt: sql<string | null>`nullif(${channels.healDueAt}, 'infinity')::text`,
      language: channels.language,
      silentAfterMinutes: channels.silentAfterMinutes,
      usualQuietMinutes: channels.usualQuietMinutes,
      silentSince: channels.silentSince,
      lastMessageAt: lastInbound,
      grant: {
        expiresAt: channelCredentials.expiresAt,
        expired: sql<boolean>`${channelCredentials.expiresAt} <= now()`,
        renewable: sql<boolean>`${channelCredentials.refreshToken} is not null`,
      },
    })
    .from(channels)
    .leftJoin(
      channelCredentials,
      and(
        eq(channelCredentials.workspaceId, channels.workspaceId),
        eq(channelCredentials.channelId, channels.id),
      ),
    )
    .where(eq(channels.workspaceId, workspaceId))
    .orderBy(
      desc(sql`${channels.status} <> 'disconnected'`),
      asc(channels.createdAt),
      asc(channels.id),
    );
}

/** Of the newest hundred conversations of each status: enough unless the team alone wrote in all of them since. */
const lastInbound = sql<string | null>`(
  select max(newest.last_inbound_at)::text
  from unnest(${sql.param([...statuses])}::text[]) as known(status), lateral (
    select conversation.last_inbound_at from conversations conversation
    where conversation.workspace_id = ${channels.workspaceId}
      and conversation.channel_id = ${channels.id} and conversation.status = known.status
      and conversation.kind = 'private'
    order by conversation.last_message_at desc limit 100
  ) newest)`;

async function budgetsOf(tx: Tx, { workspaceId }: Actor): Promise<Map<string, BudgetView>> {
  const rows = await tx
    .select()
    .from(channelBudgets)
    .where(
      and(eq(channelBudgets.workspaceId, workspaceId), sql`${channelBudgets.resetAt} > now()`),
    );
  return new Map(
    rows.map(({ channelId, purpose, remaining, limit, resetAt }) => [
      `${channelId} ${purpose}`,
      { remaining, limit, resetAt: isoInstant(resetAt) },
    ]),
  );
}

function orNull(instant: string | null): string | null {
  return instant === null ? null : isoInstant(instant);
}
