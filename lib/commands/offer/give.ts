import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { offers } from '@/db/schema/offers';
import type { ChannelTraffic } from '@/lib/channel-traffic';
import { trafficOf } from '@/lib/channel-traffic';
import { textLimits } from '@/lib/domain/conversation/conversation';
import { afterStep } from '@/lib/domain/offers/offer';
import { isWindowSpent, roomForOffers } from '@/lib/domain/offers/room';
import { asksForCode, fillIn } from '@/lib/domain/offers/text';
import { decide } from '@/lib/domain/permissions/decide';
import { inputFor } from '@/lib/domain/permissions/reply-input';
import { permissionFactsOf } from '@/lib/permission-facts';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import { conversationFor } from '../conversation/conversation-for';
import type { OfferPlace } from './due';
import type { Offer } from './offer-for';
import { findOffer, isOffer, offerChanged } from './offer-for';
import { nextCode } from './pool';
import type { Recipient } from './recipient';
import { nextRecipient } from './recipient';
import type { Deciding } from './turn';
import { takeTurn } from './turn';

/** What the lane does next: look for another of this offer, leave it, or let it rest for a while. */
export type Given = { kind: 'went_on' } | { kind: 'nobody' } | { kind: 'rests'; forMs: number };

/** How long it rests where only time helps, in milliseconds. */
export type Rests = { underWayMs: number; windowMs: number; channelMs: number; askedMs: number };

/**
 * The turn of one recipient, in one transaction under the lock on the offer: a worker that dies in it
 * leaves nothing behind, another that comes meanwhile finds the next one, and a pause waits for it.
 */
export function giveNext({ workspaceId, offerId }: OfferPlace, rests: Rests): Promise<Given> {
  return asSystem(workspaceId, async (context): Promise<Outcome<Given>> => {
    const offer = await findOffer(context, offerId);
    if (offer?.state !== 'running') return nothing({ kind: 'nobody' });
    const recipient = await nextRecipient(context, offerId);
    if (!recipient) return nothing({ kind: 'nobody' });
    await oneAtATime(context, offer);
    const traffic = await trafficOf(context.tx, workspaceId, offer.channelId);
    if (roomForOffers(traffic) === 0) {
      return nothing({ kind: 'rests', forMs: restOf(traffic, rests) });
    }
    const deciding = await decideAbout(context, { offer, recipient, traffic });
    // What is wrong with the channel is nothing about this person: nobody is turned away for it.
    if (deciding.decision.verdict === 'refuse' && deciding.decision.layer === 'channel') {
      return nothing({ kind: 'rests', forMs: rests.channelMs });
    }
    const { events, nudges } = await takeTurn(context, deciding, rests.askedMs);
    await finishAfterLast(context, offer);
    return {
      value: { kind: 'went_on' },
      events: [...events, offerChanged(offer)],
      nudges,
    };
  });
}

function nothing(value: Given): Outcome<Given> {
  return { value, events: [] };
}

/** Two offers of one channel share its room. */
async function oneAtATime({ tx }: CommandContext<null>, { channelId }: Offer): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`offers of ${channelId}`}, 0))`,
  );
}

function restOf(traffic: ChannelTraffic, { underWayMs, windowMs }: Rests): number {
  if (!isWindowSpent(traffic)) return underWayMs;
  return Math.min(windowMs, Math.max(underWayMs, traffic.resetAt - traffic.now));
}

type Turn = { offer: Offer; recipient: Recipient; traffic: ChannelTraffic };

async function decideAbout(
  context: CommandContext<null>,
  { offer, recipient, traffic }: Turn,
): Promise<Deciding> {
  const conversation: Conversation = await conversationFor(context, recipient.conversationId);
  const facts = await permissionFactsOf(context.tx, context.workspaceId, {
    conversationId: conversation.id,
  });
  if (!facts) throw new Error('a conversation that is locked has no facts');
  const needsCode = asksForCode(offer.body);
  const code = needsCode ? await nextCode(context, offer.id) : null;
  const text = fillIn(offer.body, { name: recipient.name, code: code ?? '' });
  const { remaining, resetAt } = traffic;
  const decision = decide(
    inputFor(facts, 'offer', {
      message: {
        length: [...text].length,
        maxLength: textLimits.reply,
        filesAreSupported: true,
      },
      budget: { remaining, resetAt },
    }),
  );
  return { offer, recipient, conversation, decision, text, code, needsCode };
}

/** When nobody waits any more, not even for more codes, everybody's turn came. */
async function finishAfterLast(
  { tx, workspaceId }: CommandContext<null>,
  { id, state }: Offer,
): Promise<void> {
  const done = afterStep(state, 'finish');
  if (!done) throw new Error(`an offer that is ${state} cannot come to its end`);
  await tx
    .update(offers)
    .set({ state: done, endedAt: sql`now()` })
    .where(
      sql`${isOffer(workspaceId, id)} and ${eq(offers.state, state)} and not exists (
        select from offer_recipients recipient where recipient.workspace_id = ${workspaceId}
          and recipient.offer_id = ${id} and recipient.state in ('waiting', 'no_code'))`,
    );
}
