import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { files } from '@/db/schema/files';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import { findDelivery } from './delivery-for';
import type { DeliveryPlace } from './due';
import { moveDelivery } from './move';
import { lookAgainIn } from './postpone';

type Handed = { fileId: string; mediaId: string; ready: boolean; lifeMs: number };

/** The network has a file: under which id, and whether it can be sent by now. */
export function noteHandedOver(
  { workspaceId }: DeliveryPlace,
  { fileId, mediaId, ready, lifeMs }: Handed,
): Promise<void> {
  return asSystem(workspaceId, async ({ tx }) => {
    await tx
      .update(files)
      .set({
        networkMediaId: mediaId,
        networkMediaState: ready ? 'ready' : 'processing',
        networkMediaUntil: sql`now() + ${lifeMs} * interval '1 millisecond'`,
      })
      .where(and(eq(files.workspaceId, workspaceId), eq(files.id, fileId)));
    return { value: undefined, events: [] };
  });
}

/** All of them are there: the message may set out. */
export function readyToLeave({ workspaceId, messageId }: DeliveryPlace): Promise<void> {
  return asSystem(workspaceId, async (context) => {
    const locked = await findDelivery(context, messageId);
    if (locked) await lookAgainIn(context, locked.delivery, 0);
    return { value: undefined, events: [], nudges: ['delivery'] };
  });
}

/** It did not work and may work later. */
export function handOverLater(place: DeliveryPlace, afterMs: number): Promise<void> {
  const { workspaceId, messageId } = place;
  return asSystem(workspaceId, async (context) => {
    await context.tx
      .update(files)
      .set({ handOverTries: sql`${files.handOverTries} + 1` })
      .where(and(eq(files.workspaceId, workspaceId), eq(files.messageId, messageId)));
    const locked = await findDelivery(context, messageId);
    if (locked) await lookAgainIn(context, locked.delivery, afterMs);
    return { value: undefined, events: [] };
  });
}

type Why = { reason: DeliveryReason; detail: string | null };

/** The network does not take a file: the message has not set out, and says why. Retry begins anew. */
export function refuseHandOver(place: DeliveryPlace, { reason, detail }: Why): Promise<void> {
  const { workspaceId, messageId } = place;
  return asSystem(workspaceId, async (context): Promise<Outcome<void>> => {
    const locked = await findDelivery(context, messageId);
    if (!locked) return { value: undefined, events: [] };
    const why = { reason, detail };
    const move = await moveDelivery(context, locked, { kind: 'held_back' }, why);
    if (move.moved) await forgetHandedOver(context, messageId);
    return { value: undefined, events: move.events, nudges: move.nudges };
  });
}

/** After a refusal nobody knows what the network still has: the next try hands the files over again. */
export async function forgetHandedOver(
  { tx, workspaceId }: CommandContext<null>,
  messageId: string,
): Promise<void> {
  await tx
    .update(files)
    .set({
      networkMediaId: null,
      networkMediaState: null,
      networkMediaUntil: null,
      handOverTries: 0,
    })
    .where(and(eq(files.workspaceId, workspaceId), eq(files.messageId, messageId)));
}
