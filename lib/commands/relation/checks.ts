import 'server-only';
import { and, eq, lt, lte, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { withSystem, withWorkspace } from '@/db/client';
import { relationChecks } from '@/db/schema/relations';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Learned } from '@/lib/domain/permissions/relation';
import type { CommandContext } from '../command';
import { asSystem } from '../command';
import { identityFor } from '../inbound/identity';
import type { ToldPerson } from '../inbound/told';
import { conversationsOfPair } from './conversations-of-pair';
import type { Pair } from './learn';
import { learn } from './learn';
import { ofPair } from './of-pair';

/** After so many tries nobody asks again by itself. */
export const mostChecks = 8;

/** A question in the hands of this worker, and whom it is about. */
export type HeldCheck = Pair & {
  workspaceId: string;
  network: string;
  externalId: string;
  tries: number;
  leaseId: string;
};

/** Has the network asked about a pair, soon. Asked for again while it waits, it is asked once. */
export async function askAbout(
  { tx, workspaceId }: CommandContext | CommandContext<null>,
  { channelId, identityId }: Pair,
): Promise<void> {
  await tx
    .insert(relationChecks)
    .values({ workspaceId, channelId, identityId })
    .onConflictDoUpdate({
      target: [relationChecks.workspaceId, relationChecks.channelId, relationChecks.identityId],
      set: { dueAt: sql`least(${relationChecks.dueAt}, now())`, tries: 0 },
      // Whoever holds it answers; unless they are gone, which their lease tells.
      setWhere: sql`${relationChecks.leaseId} is null or ${relationChecks.dueAt} <= now()`,
    });
}

/** How often the network was asked about a pair that still waits for an answer; null when nobody waits. */
export async function triesAbout(
  { tx, workspaceId }: CommandContext<null>,
  pair: Pair,
): Promise<number | null> {
  const [check] = await tx
    .select({ tries: relationChecks.tries })
    .from(relationChecks)
    .where(ofPair(relationChecks, workspaceId, pair));
  return check?.tries ?? null;
}

/** Takes questions that are due, over all workspaces. */
export async function claimChecks(limit: number, leaseMs: number): Promise<HeldCheck[]> {
  const due = await withSystem(
    (tx) =>
      tx
        .select({
          workspaceId: relationChecks.workspaceId,
          channelId: relationChecks.channelId,
          identityId: relationChecks.identityId,
        })
        .from(relationChecks)
        .where(and(lte(relationChecks.dueAt, sql`now()`), lt(relationChecks.tries, mostChecks)))
        .orderBy(relationChecks.dueAt)
        .limit(limit),
    'read',
  );
  const held = await Promise.all(due.map((place) => hold(place, leaseMs)));
  return held.flat();
}

function hold(
  { workspaceId, channelId, identityId }: Pair & { workspaceId: string },
  leaseMs: number,
): Promise<HeldCheck[]> {
  return withWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<HeldCheck>(sql`
      update relation_checks waiting set lease_id = ${uuid()}, tries = waiting.tries + 1,
        due_at = now() + ${leaseMs} * interval '1 millisecond'
      from identities person, channels channel
      where waiting.workspace_id = ${workspaceId} and waiting.channel_id = ${channelId}
        and waiting.identity_id = ${identityId} and waiting.due_at <= now()
        and waiting.tries < ${mostChecks}
        and person.workspace_id = waiting.workspace_id and person.id = waiting.identity_id
        and channel.workspace_id = waiting.workspace_id and channel.id = waiting.channel_id
      returning waiting.workspace_id as "workspaceId", waiting.channel_id as "channelId",
        waiting.identity_id as "identityId", channel.network, person.external_id as "externalId",
        waiting.tries, waiting.lease_id as "leaseId"`);
    return rows;
  });
}

/**
 * The network has answered: keeps what it said of the two and how it describes the person, and nobody
 * waits any more. False when the hold was lost.
 */
export function answerCheck(
  check: HeldCheck,
  learned: readonly Learned[],
  person?: ToldPerson,
): Promise<boolean> {
  return asSystem(check.workspaceId, async (context) => {
    const { rowCount } = await context.tx.delete(relationChecks).where(isHeld(check));
    if (rowCount !== 1) return { value: false, events: [] };
    if (person) await identityFor(context, check.network, person);
    const news = await learn(context, check, { learned });
    const events = news.length > 0 ? news : await unchanged(context, check);
    return { value: true, events, nudges: ['delivery'] };
  });
}

/** Whoever waits for the answer must hear of it, also when all is as it was. */
async function unchanged(context: CommandContext<null>, pair: Pair): Promise<EventDraft[]> {
  const told = {
    type: 'relation.changed',
    channelId: pair.channelId,
    data: { fact: null },
  } as const;
  const found = await conversationsOfPair(context, pair);
  if (found.length === 0) return [told];
  return found.map((conversationId) => ({ ...told, conversationId }));
}

/** Later again; after the last try it stays as it is until somebody asks anew. */
export async function postponeCheck(
  check: HeldCheck,
  { until, problem, counted }: { until: Date; problem: string; counted: boolean },
): Promise<void> {
  await withWorkspace(check.workspaceId, (tx) =>
    tx
      .update(relationChecks)
      .set({
        leaseId: null,
        dueAt: until.toISOString(),
        problem,
        ...(counted ? {} : { tries: sql`${relationChecks.tries} - 1` }),
      })
      .where(isHeld(check)),
  );
}

function isHeld(check: HeldCheck) {
  return and(
    ofPair(relationChecks, check.workspaceId, check),
    eq(relationChecks.leaseId, check.leaseId),
  );
}
