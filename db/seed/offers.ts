import { eq, inArray, sql } from 'drizzle-orm';
import type { Decision } from '@/lib/domain/permissions/decide';
import { decide } from '@/lib/domain/permissions/decide';
import { usualPolicy } from '@/lib/domain/permissions/policy';
import { inputFor } from '@/lib/domain/permissions/reply-input';
import { autumnOffer, offeredAt } from '@/sandbox/dialogue/autumn-offer';
import type { Tx } from '../client';
import { conversations, messages } from '../schema/conversations';
import { deliveries } from '../schema/deliveries';
import { offerCodes, offerRecipients, offers } from '../schema/offers';
import { denials } from '../schema/permissions';
import type { House } from './house';
import { inBatches } from './in-batches';
import type { Laid } from './laid';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './standing';

type Demo = { laid: readonly Laid[]; now: Date };
type Place = { workspaceId: string; offerId: string };

/** An offer that was given out in autumn, and one that is being written. */
export async function seedOffers(tx: Tx, house: House, demo: Demo): Promise<void> {
  const first = Object.keys(autumnOffer.codes)[0] ?? '';
  const channelId = await channelOf(tx, threadOf(demo, first));
  await writeDraft(tx, house, { channelId, now: demo.now });
  await giveOut(tx, house, { ...demo, channelId });
}

async function channelOf(tx: Tx, { id }: Laid): Promise<string> {
  const [thread] = await tx
    .select({ channelId: conversations.channelId })
    .from(conversations)
    .where(eq(conversations.id, id));
  if (!thread) throw new Error('an offer was sent in no conversation');
  return thread.channelId;
}

/** The one with the shop, where somebody has two: it is the older one. */
function threadOf({ laid }: Demo, username: string): Laid {
  const [thread] = laid
    .filter((each) => each.username === username)
    .toSorted((a, b) => (a.messages[0]?.at.getTime() ?? 0) - (b.messages[0]?.at.getTime() ?? 0));
  if (!thread) throw new Error(`nobody called ${username} to seed an offer for`);
  return thread;
}

async function writeDraft(
  tx: Tx,
  { workspaceId, idAt, memberId, labelId }: House,
  { channelId, now }: { channelId: string; now: Date },
): Promise<void> {
  const at = new Date(now.getTime() - 3 * HOUR_MS);
  const offerId = idAt(at);
  await tx.insert(offers).values({
    ...{ workspaceId, id: offerId, channelId, createdAt: at.toISOString() },
    name: 'Winter tasting box',
    body: 'Hi {name}, our winter tasting box is here: six small tubs, one of them a secret. With {code} it comes to you without delivery costs until 20 December.',
    labelIds: [labelId('events'), labelId('praise')],
    authorId: memberId('Sunniva'),
  });
  const codes = Array.from({ length: 24 }, (_, at0) => `BOX-${(2_711 + 137 * at0).toString(36)}`);
  await inBatches(tx, offerCodes, poolOf({ workspaceId, offerId }, codes));
}

function poolOf({ workspaceId, offerId }: Place, codes: readonly string[]) {
  return codes.map((code, index) => ({
    ...{ workspaceId, offerId, no: index + 1 },
    code: code.toUpperCase(),
  }));
}

async function giveOut(
  tx: Tx,
  { workspaceId, idAt, memberId }: House,
  { channelId, ...demo }: Demo & { channelId: string },
): Promise<void> {
  const startedAt = offeredAt(demo.now.getTime());
  const at = (minutes: number) => new Date(startedAt + minutes * MINUTE_MS);
  const offerId = idAt(new Date(startedAt - 2 * DAY_MS));
  const place = { workspaceId, offerId };
  const authorId = memberId('Sunniva');
  await tx.insert(offers).values({
    ...{ workspaceId, id: offerId, channelId, authorId, state: 'done' },
    ...{ name: autumnOffer.name, body: autumnOffer.body, version: 3 },
    approvedBy: memberId('Jack'),
    approvedAt: at(-60).toISOString(),
    createdAt: new Date(startedAt - 2 * DAY_MS).toISOString(),
    startedAt: at(0).toISOString(),
    endedAt: at(160).toISOString(),
  });
  const given = Object.entries(autumnOffer.codes).map(([username, code], index) => {
    const thread = threadOf(demo, username);
    const messageId = thread.messageIds.at(-1) ?? '';
    return { thread, code, messageId, at: at(index + 1) };
  });
  const sent = given.map(({ messageId }) => messageId);
  await tx.update(messages).set({ automatic: 'offer', authorId }).where(inArray(messages.id, sent));
  await tx.update(deliveries).set({ purpose: 'offer' }).where(inArray(deliveries.messageId, sent));
  await tx.insert(offerCodes).values(
    given.map(({ thread, code }, index) => ({
      ...{ ...place, code, no: index + 1, identityId: thread.identityId },
    })),
  );
  const row = (thread: Laid, when: Date) => ({
    ...{ ...place, identityId: thread.identityId, conversationId: thread.id },
    dueAt: sql`null`,
    decidedAt: when.toISOString(),
  });
  const late = ['oluseun_ade', 'marcusbell_'].map((username) => threadOf(demo, username));
  // He had agreed when it started, and said no on the phone before his turn came.
  const declined = threadOf(demo, 'joaquinmtz');
  const decision = refusalOf(declined, at(150), demo.now);
  await tx.insert(offerRecipients).values([
    ...given.map(({ thread, messageId, at: when }) => ({
      ...{ ...row(thread, when), state: 'queued' as const, messageId },
    })),
    ...late.map((thread) => ({ ...row(thread, at(155)), state: 'no_code' as const })),
    { ...row(declined, at(150)), state: 'refused', decision },
  ]);
  await tx.insert(denials).values({
    ...{ workspaceId, id: idAt(at(150)), conversationId: declined.id, channelId },
    ...{ memberId: authorId, denied: 'offer', purpose: 'offer', decision },
    reason: decision.reason,
    at: at(150).toISOString(),
  });
}

/** What the rules say of somebody who wants no offers any more. */
function refusalOf({ messages: said }: Laid, at: Date, now: Date): Decision {
  const newest = (kind: 'inbound' | 'outbound') =>
    said.findLast((message) => message.kind === kind && message.at < at)?.at.getTime() ?? null;
  return decide(
    inputFor(
      {
        now: at.getTime(),
        isOpen: false,
        channel: { state: 'connected' },
        contact: {
          isGone: null,
          blockedByUs: null,
          blockedByThem: null,
          optedOut: { scope: 'offers', at: now.getTime() - 16.4 * DAY_MS },
          refusedAt: null,
          lastInboundAt: newest('inbound'),
          lastOutboundAt: newest('outbound'),
          lastEncryptedAt: null,
        },
        network: { rule: 'windows', windows: [] },
        brand: {
          policy: usualPolicy,
          offerConsent: null,
          offersSentAt: [],
          outreachToday: 0,
          dayEndsAt: at.getTime(),
          approvedByLead: false,
          zone: null,
        },
      },
      'offer',
    ),
  );
}
