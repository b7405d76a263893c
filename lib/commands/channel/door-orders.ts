import 'server-only';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { withSystem, withWorkspace } from '@/db/client';
import { doorOrders } from '@/db/schema/channels';
import type { Door } from '@/lib/domain/permissions/x-rules';
import type { CommandContext } from '../command';
import { asSystem } from '../command';
import type { ChannelPlace } from './credentials';
import { knowDoor } from './know-door';

/** An order in the hands of this worker. */
export type HeldDoorOrder = ChannelPlace & {
  door: Door | null;
  askedBy: string;
  tries: number;
  leaseId: string;
};

/** Puts an order in the place of the last one. False while a worker is at work on that: it could come second. */
export async function placeDoorOrder(
  { tx, workspaceId, actor }: CommandContext,
  channelId: string,
  door: Door | null,
): Promise<boolean> {
  const { rowCount } = await tx
    .insert(doorOrders)
    .values({ workspaceId, channelId, door, askedBy: actor.memberId })
    .onConflictDoUpdate({
      target: [doorOrders.workspaceId, doorOrders.channelId],
      set: {
        door,
        askedBy: actor.memberId,
        askedAt: sql`now()`,
        dueAt: sql`now()`,
        tries: 0,
        leaseId: null,
        problem: null,
        failedAt: null,
      },
      setWhere: sql`${doorOrders.leaseId} is null or ${doorOrders.dueAt} <= now()`,
    });
  return rowCount === 1;
}

/** What was wanted before is settled otherwise. */
export async function forgetDoorOrder(
  { tx, workspaceId }: CommandContext,
  channelId: string,
): Promise<boolean> {
  const here = and(eq(doorOrders.workspaceId, workspaceId), eq(doorOrders.channelId, channelId));
  const [held] = await tx
    .select({
      isAtWork: sql<boolean>`${doorOrders.leaseId} is not null and ${doorOrders.dueAt} > now()`,
    })
    .from(doorOrders)
    .where(here)
    .for('update');
  if (held?.isAtWork) return false;
  await tx.delete(doorOrders).where(here);
  return true;
}

/** Takes orders that are due, over all workspaces. */
export async function claimDoorOrders(limit: number, leaseMs: number): Promise<HeldDoorOrder[]> {
  const due = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: doorOrders.workspaceId, channelId: doorOrders.channelId })
        .from(doorOrders)
        .where(and(lte(doorOrders.dueAt, sql`now()`), isNull(doorOrders.failedAt)))
        .orderBy(doorOrders.dueAt)
        .limit(limit),
    'read',
  );
  const held = await Promise.all(due.map((place) => hold(place, leaseMs)));
  return held.flat();
}

function hold(place: ChannelPlace, leaseMs: number): Promise<HeldDoorOrder[]> {
  const leaseId = uuid();
  return withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(doorOrders)
      .set({
        leaseId,
        tries: sql`${doorOrders.tries} + 1`,
        dueAt: sql`now() + ${leaseMs} * interval '1 millisecond'`,
      })
      .where(
        and(
          eq(doorOrders.workspaceId, place.workspaceId),
          eq(doorOrders.channelId, place.channelId),
          lte(doorOrders.dueAt, sql`now()`),
          isNull(doorOrders.failedAt),
        ),
      )
      .returning({
        workspaceId: doorOrders.workspaceId,
        channelId: doorOrders.channelId,
        door: doorOrders.door,
        askedBy: doorOrders.askedBy,
        tries: doorOrders.tries,
        leaseId: sql<string>`${leaseId}`,
      }),
  );
}

/** The network has said how the door is now. Whoever looks hears of it, also when all is as it was. */
export function answerDoorOrder(order: HeldDoorOrder, door: Door): Promise<void> {
  const { channelId, askedBy: memberId } = order;
  return asSystem(order.workspaceId, async (context) => {
    const isOtherwise = order.door !== null && order.door !== door;
    const { rowCount } = isOtherwise
      ? await giveUp(context, order, 'not_taken')
      : await context.tx.delete(doorOrders).where(isHeld(order));
    if (rowCount !== 1) return { value: undefined, events: [] };
    const how = order.door === door ? 'switched' : 'found';
    const changes = await knowDoor(context, channelId, { door, how, memberId });
    const seen = { type: 'channel.changed', channelId, data: { doorSeen: true } } as const;
    return { value: undefined, events: changes.length > 0 ? changes : [seen] };
  });
}

/** The network was not reached: later again. */
export async function postponeDoorOrder(
  order: HeldDoorOrder,
  { until, problem }: { until: Date; problem: string },
): Promise<void> {
  await withWorkspace(order.workspaceId, (tx) =>
    tx
      .update(doorOrders)
      .set({ leaseId: null, dueAt: until.toISOString(), problem })
      .where(isHeld(order)),
  );
}

/** It cannot be done; that stays to be read until somebody wants something else. */
export function failDoorOrder(order: HeldDoorOrder, problem: string): Promise<void> {
  const { channelId } = order;
  return asSystem(order.workspaceId, async (context) => {
    const { rowCount } = await giveUp(context, order, problem);
    const failed = { type: 'channel.changed', channelId, data: { doorProblem: problem } } as const;
    return { value: undefined, events: rowCount === 1 ? [failed] : [] };
  });
}

function giveUp({ tx }: CommandContext<null>, order: HeldDoorOrder, problem: string) {
  return tx
    .update(doorOrders)
    .set({ leaseId: null, problem, failedAt: sql`now()` })
    .where(isHeld(order));
}

function isHeld({ workspaceId, channelId, leaseId }: HeldDoorOrder) {
  return and(
    eq(doorOrders.workspaceId, workspaceId),
    eq(doorOrders.channelId, channelId),
    eq(doorOrders.leaseId, leaseId),
  );
}
