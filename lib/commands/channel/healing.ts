import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { withSystem, withWorkspace } from '@/db/client';
import type { HealWalk } from '@/db/schema/channels';
import { channels } from '@/db/schema/channels';
import type { ChannelPlace } from './credentials';

/** A channel in the hands of this worker, to be looked after. Instants are ISO 8601 or the database's text. */
export type ChannelToHeal = ChannelPlace & {
  network: string;
  externalId: string;
  status: (typeof channels.$inferSelect)['status'];
  healedUpTo: string | null;
  walk: HealWalk | null;
  /** Names the hold: who comes back after it ended changes nothing. */
  lease: string;
  now: string;
};

/** Takes channels that are due to be looked after, over all workspaces. */
export async function claimHealing(limit: number, leaseMs: number): Promise<ChannelToHeal[]> {
  const due = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: channels.workspaceId, channelId: channels.id })
        .from(channels)
        .where(isDue)
        .orderBy(channels.healDueAt)
        .limit(limit),
    'read',
  );
  const claimed = await Promise.all(due.map((place) => claim(place, leaseMs)));
  return claimed.flat();
}

function claim(place: ChannelPlace, leaseMs: number): Promise<ChannelToHeal[]> {
  return withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channels)
      .set({ healLeaseUntil: inMs(leaseMs) })
      .where(and(isChannel(place), isDue))
      .returning({
        workspaceId: channels.workspaceId,
        channelId: channels.id,
        network: channels.network,
        externalId: channels.externalId,
        status: channels.status,
        healedUpTo: channels.healedUpTo,
        walk: channels.healWalk,
        lease: sql<string>`${channels.healLeaseUntil}::text`,
        now: sql<string>`now()::text`,
      }),
  );
}

/** Keeps the hold for longer, under a new name. Undefined when it was lost. */
export async function extendHealing(
  { lease, ...place }: Pick<ChannelToHeal, 'workspaceId' | 'channelId' | 'lease'>,
  leaseMs: number,
): Promise<string | undefined> {
  const [extended] = await withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channels)
      .set({ healLeaseUntil: inMs(leaseMs) })
      .where(and(isChannel(place), isHeld(lease)))
      .returning({ lease: sql<string>`${channels.healLeaseUntil}::text` }),
  );
  return extended?.lease;
}

export type HealingEnd = {
  /** When to look again; `never` when there is nothing to look after. */
  again: { inMs: number } | { at: Date } | 'never';
  problem: string | null;
  /** What a walk came to: `unfinished` goes on at its page; null begins anew. */
  walked?: { healedUpTo: string } | { unfinished: HealWalk | null };
  subscribed?: boolean;
};

/** Ends the hold and writes what it came to. A change that asked for a look meanwhile is heard. */
export async function endHealing(
  { lease, now, ...place }: Pick<ChannelToHeal, 'workspaceId' | 'channelId' | 'lease' | 'now'>,
  { again, problem, walked, subscribed }: HealingEnd,
): Promise<void> {
  const wasAsked = sql`${channels.healDueAt} > ${now}::timestamptz and ${channels.healDueAt} <= now()`;
  await withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channels)
      .set({
        healLeaseUntil: null,
        healDueAt: sql`case when ${wasAsked} then now() else ${dueAt(again)} end`,
        healProblem: problem,
        ...(subscribed && { subscribedAt: sql`now()` }),
        ...(walked && 'unfinished' in walked && { healWalk: walked.unfinished }),
        ...(walked &&
          'healedUpTo' in walked && {
            healWalk: null,
            healedUpTo: walked.healedUpTo,
            lastProofAt: sql`now()`,
          }),
      })
      .where(and(isChannel(place), isHeld(lease))),
  );
}

/** Live channels of which nothing was heard for `silentMs` are looked after at once: we may have been away. */
export async function healAfterSilence(silentMs: number): Promise<number> {
  const silent = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: channels.workspaceId, channelId: channels.id })
        .from(channels)
        .where(isSilent(silentMs)),
    'read',
  );
  const hurried = await Promise.all(
    silent.map((place) =>
      withWorkspace(place.workspaceId, (tx) =>
        tx
          .update(channels)
          .set({ healDueAt: sql`now()` })
          .where(and(isChannel(place), isSilent(silentMs)))
          .returning({ id: channels.id }),
      ),
    ),
  );
  return hurried.flat().length;
}

function isSilent(silentMs: number) {
  return and(
    inArray(channels.status, ['connected', 'paused']),
    sql`coalesce(${channels.lastProofAt}, '-infinity') < now() - ${silentMs} * interval '1 millisecond'`,
    sql`${channels.healDueAt} > now()`,
  );
}

/** The network told us something of this channel: it is alive. Written at most once in five seconds. */
export async function noteProof(place: ChannelPlace): Promise<void> {
  await withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channels)
      .set({ lastProofAt: sql`now()` })
      .where(
        and(
          isChannel(place),
          sql`coalesce(${channels.lastProofAt}, '-infinity') < now() - interval '5 seconds'`,
        ),
      ),
  );
}

const isDue = and(
  sql`${channels.healDueAt} <= now()`,
  sql`coalesce(${channels.healLeaseUntil}, '-infinity') <= now()`,
);

function isChannel({ workspaceId, channelId }: ChannelPlace) {
  return and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId));
}

function isHeld(lease: string) {
  return sql`${channels.healLeaseUntil} = ${lease}::timestamptz`;
}

function dueAt(again: HealingEnd['again']) {
  if (again === 'never') return sql`'infinity'::timestamptz`;
  return 'at' in again ? sql`${again.at.toISOString()}::timestamptz` : inMs(again.inMs);
}

function inMs(ms: number) {
  return sql`now() + ${ms} * interval '1 millisecond'`;
}
