import 'server-only';
import { and, eq } from 'drizzle-orm';
import { deliveries } from '@/db/schema/deliveries';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import { conversationFor } from '../conversation/conversation-for';

export type Delivery = typeof deliveries.$inferSelect;

/** A delivery that is about to change, with the lock on its conversation that every change of one holds. */
export type Locked = { delivery: Delivery; conversation: Conversation };

/**
 * The only way to a delivery that is about to change: of this workspace, locked after its conversation.
 * Refuses as `not_found`, also for what is another workspace's.
 */
export async function deliveryFor(
  context: CommandContext<Actor | null>,
  messageId: string,
): Promise<Locked> {
  const found = await findDelivery(context, messageId);
  if (!found) throw new Refusal('not_found', 'There is no such message here.');
  return found;
}

/** The same for the worker, which may come upon a row that is gone. */
export async function findDelivery(
  context: CommandContext<Actor | null>,
  messageId: string,
): Promise<Locked | undefined> {
  const { tx, workspaceId } = context;
  const here = and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.messageId, messageId));
  const [known] = await tx
    .select({ conversationId: deliveries.conversationId })
    .from(deliveries)
    .where(here);
  if (!known) return undefined;
  const conversation = await conversationFor(context, known.conversationId);
  const [delivery] = await tx.select().from(deliveries).where(here).for('update');
  return delivery && { delivery, conversation };
}
