import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { messages } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import type { Actor } from '@/lib/domain/access/can';
import type { HappeningKind } from '@/lib/domain/delivery/machine';
import type { CommandContext } from '../command';
import type { Delivery } from './delivery-for';
import { findDelivery } from './delivery-for';
import type { Consequences } from './move';
import { moveDelivery } from './move';
import { placeInThread } from './place';

type Context = CommandContext<Actor | null>;

type Binding = {
  messageId: string;
  externalId: string;
  /** The network's own time of the message, once known. */
  at?: Date;
  /** How we learned of it. */
  by?: Extract<HappeningKind, 'accepted' | 'echoed' | 'found'>;
};

export type Bound = Consequences & {
  /** False when the network's message belongs to another of ours, or ours is settled otherwise. */
  bound: boolean;
};

/**
 * Ties our message to the network's id of it: the one way in which a message becomes `sent`, whoever
 * learns of it first. Answer, echo and look-up may come in any order, and twice; all end equal. An echo
 * that was taken for a message sent elsewhere is merged into ours. The caller records `events`.
 */
export async function bindDelivery(
  context: Context,
  { messageId, externalId, at, by = 'echoed' }: Binding,
): Promise<Bound> {
  const locked = await findDelivery(context, messageId);
  if (!locked) return unbound;
  const { delivery } = locked;
  const ours = await ownId(context, messageId);
  if (ours !== null && ours !== externalId) return unbound;
  if (ours === null && !(await isFree(context, delivery, externalId))) return unbound;

  const move = await moveDelivery(context, locked, { kind: by, externalId });
  if (!move.moved) return unbound;
  const before = ours === null ? await mergeEcho(context, delivery, externalId) : undefined;
  const moved = await placeInThread(context, delivery, {
    externalId,
    at: at?.toISOString() ?? before?.at,
  });
  const { conversationId, channelId } = delivery;
  return {
    bound: true,
    nudges: move.nudges,
    // The time of a message that was sent already is news too: the thread may stand in another order.
    events:
      moved && move.events.length === 0
        ? [{ type: 'delivery.changed', conversationId, channelId, messageId, data: { to: 'sent' } }]
        : move.events,
  };
}

const unbound: Bound = { bound: false, events: [], nudges: [] };

async function ownId({ tx, workspaceId }: Context, messageId: string): Promise<string | null> {
  const [message] = await tx
    .select({ externalId: messages.externalId })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  return message?.externalId ?? null;
}

/** Whether no other message of ours has this id. An echo that nobody recognised does not count. */
async function isFree(
  { tx, workspaceId }: Context,
  { channelId }: Delivery,
  externalId: string,
): Promise<boolean> {
  const [taken] = await tx
    .select({ messageId: deliveries.messageId, kind: messages.kind })
    .from(messages)
    .leftJoin(
      deliveries,
      and(eq(deliveries.workspaceId, messages.workspaceId), eq(deliveries.messageId, messages.id)),
    )
    .where(isKnownAs(workspaceId, channelId, externalId));
  return !taken || (taken.messageId === null && taken.kind === 'outbound');
}

/** Removes the echo's own row: the thread shows a message once. Answers with its time. */
async function mergeEcho(
  { tx, workspaceId }: Context,
  { channelId }: Delivery,
  externalId: string,
): Promise<{ at: string } | undefined> {
  const [echo] = await tx
    .delete(messages)
    .where(and(isKnownAs(workspaceId, channelId, externalId), isNull(messages.authorId)))
    .returning({ at: messages.at });
  return echo;
}

function isKnownAs(workspaceId: string, channelId: string, externalId: string) {
  return and(
    eq(messages.workspaceId, workspaceId),
    eq(messages.channelId, channelId),
    eq(messages.externalId, externalId),
  );
}
