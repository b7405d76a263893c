import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { offerRecipients } from '@/db/schema/offers';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';
import { findDelivery } from '../delivery/delivery-for';
import { moveDelivery } from '../delivery/move';
import type { Offer } from './offer-for';

/** Nobody's turn comes any more, and what was handed over and has not left yet is taken back. */
export async function takeBack(
  context: CommandContext,
  offer: Offer,
): Promise<{ events: EventDraft[]; nudges: Lane[] }> {
  const { tx, workspaceId } = context;
  await tx
    .update(offerRecipients)
    .set({ state: 'stopped', dueAt: null, decidedAt: sql`now()` })
    .where(isIn(workspaceId, offer, 'waiting'));
  const { rows } = await tx.execute<{ messageId: string }>(sql`
    select recipient.message_id as "messageId" from offer_recipients recipient
    join deliveries delivery on delivery.workspace_id = recipient.workspace_id
      and delivery.message_id = recipient.message_id and delivery.state = 'queued'
    where recipient.workspace_id = ${workspaceId} and recipient.offer_id = ${offer.id}
      and recipient.state = 'queued'
    order by recipient.conversation_id`);
  const events: EventDraft[] = [];
  const nudges: Lane[] = [];
  for (const { messageId } of rows) {
    // biome-ignore lint/performance/noAwaitInLoops: one lock after the other, always in the same order
    const taken = await takeBackOne(context, offer, messageId);
    events.push(...taken.events);
    nudges.push(...taken.nudges);
  }
  return { events, nudges };
}

/** What is under way already stays what it is: nobody can call it back. */
async function takeBackOne(context: CommandContext, offer: Offer, messageId: string) {
  const locked = await findDelivery(context, messageId);
  if (locked?.delivery.state !== 'queued') return { events: [], nudges: [] };
  const moved = await moveDelivery(context, locked, { kind: 'cancelled' });
  if (moved.moved) {
    const { tx, workspaceId } = context;
    await tx
      .update(offerRecipients)
      .set({ state: 'stopped' })
      .where(and(isIn(workspaceId, offer, 'queued'), eq(offerRecipients.messageId, messageId)));
  }
  return moved;
}

function isIn(workspaceId: string, { id }: Offer, state: 'waiting' | 'queued') {
  return and(
    eq(offerRecipients.workspaceId, workspaceId),
    eq(offerRecipients.offerId, id),
    eq(offerRecipients.state, state),
  );
}
