import 'server-only';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Decision } from '@/lib/domain/permissions/decide';
import { mayBeAsked } from '@/lib/domain/permissions/may-be-asked';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import { sendAutomatic } from '../conversation/send-automatic';
import { atMs, inMs } from '../delivery/move';
import { writeDenial } from '../permission/deny';
import { askAbout, mostChecks, triesAbout } from '../relation/checks';
import type { Offer } from './offer-for';
import { giveCode } from './pool';
import type { Recipient } from './recipient';
import { settleRecipient } from './recipient';

/** Somebody whose turn it is, and what the rules say of them. */
export type Deciding = {
  offer: Offer;
  recipient: Recipient;
  conversation: Conversation;
  decision: Decision;
  text: string;
  code: string | null;
  needsCode: boolean;
};

type Effect = { events: EventDraft[]; nudges: Lane[] };

const quietly: Effect = { events: [], nudges: [] };

/** Does what the rules decided about one recipient. `askedMs`: how long an answer of the network may take. */
export async function takeTurn(
  context: CommandContext<null>,
  deciding: Deciding,
  askedMs: number,
): Promise<Effect> {
  const { decision } = deciding;
  if (mayBeAsked(decision)) return await ask(context, deciding, askedMs);
  switch (decision.verdict) {
    case 'allow':
      return await give(context, deciding);
    case 'defer': {
      const dueAt = decision.until === undefined ? inMs(askedMs) : atMs(decision.until);
      await settleRecipient(context, placeOf(deciding), { state: 'waiting', decision, dueAt });
      return quietly;
    }
    case 'check_first':
    case 'refuse':
      return await refuse(context, deciding);
  }
}

async function give(context: CommandContext<null>, deciding: Deciding): Promise<Effect> {
  const { offer, conversation, decision, text, code, needsCode } = deciding;
  const place = placeOf(deciding);
  if (needsCode) {
    if (code === null) {
      await settleRecipient(context, place, { state: 'no_code', decision });
      return quietly;
    }
    await giveCode(context, offer.id, { code, identityId: place.identityId });
  }
  const sent = await sendAutomatic(context, conversation, {
    body: text,
    automatic: 'offer',
    authorId: offer.authorId,
  });
  const { messageId, events } = sent;
  await settleRecipient(context, place, { state: 'queued', decision, messageId });
  return { events, nudges: ['delivery'] };
}

/** The network's word may turn it into a yes: it is asked once, and their turn comes again. */
async function ask(
  context: CommandContext<null>,
  deciding: Deciding,
  askedMs: number,
): Promise<Effect> {
  const { recipient, conversation, decision } = deciding;
  const tries = await triesAbout(context, conversation);
  const isOver = tries === null || tries >= mostChecks;
  if (recipient.asked && isOver) return await refuse(context, deciding);
  if (!recipient.asked) await askAbout(context, conversation);
  const again = { state: 'waiting', decision, dueAt: inMs(askedMs) } as const;
  await settleRecipient(context, placeOf(deciding), again);
  return { events: [], nudges: ['relation'] };
}

async function refuse(context: CommandContext<null>, deciding: Deciding): Promise<Effect> {
  const { offer, conversation, decision } = deciding;
  await settleRecipient(context, placeOf(deciding), { state: 'refused', decision });
  const { id: conversationId, channelId } = conversation;
  await writeDenial(context.tx, context.workspaceId, {
    ...{ conversationId, channelId, decision },
    purpose: 'offer',
    denied: 'offer',
    memberId: offer.authorId,
  });
  return quietly;
}

function placeOf({ offer, recipient }: Deciding): { offerId: string; identityId: string } {
  return { offerId: offer.id, identityId: recipient.identityId };
}
