import 'server-only';
import { and, eq } from 'drizzle-orm';
import { messages } from '@/db/schema/conversations';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { Decision } from '@/lib/domain/permissions/decide';
import { decide } from '@/lib/domain/permissions/decide';
import { mayBeAsked } from '@/lib/domain/permissions/may-be-asked';
import { decideInPublic } from '@/lib/domain/permissions/public';
import { purposeOf } from '@/lib/domain/permissions/purpose';
import type { ReasonCode } from '@/lib/domain/permissions/reasons';
import type { PermissionFacts } from '@/lib/domain/permissions/reply-input';
import { inputFor } from '@/lib/domain/permissions/reply-input';
import { permissionFactsOf } from '@/lib/permission-facts';
import { publicFactsOf } from '@/lib/public-facts';
import { heldForRecall, holdsRecalled } from '../approved-reply/hold-recalled';
import type { CommandContext, Outcome } from '../command';
import { writeDenial } from '../permission/deny';
import { askAbout, mostChecks, triesAbout } from '../relation/checks';
import type { Locked } from './delivery-for';
import { moveDelivery } from './move';
import { lookAgainIn } from './postpone';

/**
 * Asks the rules once more, at the last moment: null when the message may leave, else what became of it.
 * Where the network's answer could change a no, it is asked, once, and the message waits for it.
 */
export async function heldBack(
  context: CommandContext<null>,
  locked: Locked,
  policy: DeliveryPolicy,
): Promise<Outcome<undefined> | null> {
  const { conversation, delivery } = locked;
  if (await holdsRecalled(context, delivery.messageId)) {
    const { events, nudges } = await heldForRecall(context, locked);
    return { value: undefined, events, ...(nudges && { nudges }) };
  }
  if (conversation.kind === 'public') return await heldBackInPublic(context, locked);
  const about = { conversationId: conversation.id, without: delivery.messageId };
  const facts = await permissionFactsOf(context.tx, context.workspaceId, about);
  if (!facts) return null;
  // It may still be on its way when the call is given up.
  const marginMs = policy.callDeadlineMs;
  const decision = decide(inputFor(facts, delivery.purpose, { marginMs }));
  if (decision.verdict === 'allow') return null;
  if (decision.verdict === 'defer') return await wait(context, locked, decision, facts);
  if (!mayBeAsked(decision) || wasAskedSince(facts, delivery.updatedAt)) {
    return await stop(context, locked, decision);
  }
  const tries = await triesAbout(context, conversation);
  if (tries !== null && tries >= mostChecks) {
    return await stop(context, locked, decision, 'NETWORK_UNREACHABLE');
  }
  await askAbout(context, conversation);
  await lookAgainIn(context, delivery, policy.firstBackOffMs);
  return { value: undefined, events: [], nudges: ['relation'] };
}

/** In public the network is not asked: what decides came with the post. */
async function heldBackInPublic(
  context: CommandContext<null>,
  locked: Locked,
): Promise<Outcome<undefined> | null> {
  const { tx, workspaceId } = context;
  const { conversationId, messageId } = locked.delivery;
  const [message] = await tx
    .select({ post: messages.post })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  const postId = message?.post?.answers?.externalId ?? null;
  const facts = await publicFactsOf(tx, workspaceId, { conversationId, postId });
  const decision = facts && decideInPublic(facts);
  if (decision?.verdict !== 'refuse') return null;
  return await stop(context, locked, decision);
}

function wasAskedSince({ network }: PermissionFacts, queuedAt: string): boolean {
  const answer = network.rule === 'windows' ? null : network.answer;
  return answer?.source === 'look_up' && answer.at >= Date.parse(queuedAt);
}

/** What is only not now goes out by itself, when it may. */
async function wait(
  context: CommandContext<null>,
  { delivery }: Locked,
  { until }: Decision,
  { now }: PermissionFacts,
): Promise<Outcome<undefined>> {
  await lookAgainIn(context, delivery, Math.max((until ?? now) - now, 1_000));
  return { value: undefined, events: [] };
}

async function stop(
  context: CommandContext<null>,
  locked: Locked,
  decision: Decision,
  reason = deliveryReasonOf(decision.reason),
): Promise<Outcome<undefined>> {
  const { delivery } = locked;
  const { messageId, conversationId, channelId } = delivery;
  // An offer that may not go is taken back: nobody has to look after it.
  const kind = delivery.purpose === 'offer' ? 'cancelled' : 'held_back';
  const { events, nudges } = await moveDelivery(context, locked, { kind }, { reason });
  const purpose = purposeOf(delivery.purpose);
  const record = { conversationId, channelId, purpose, decision, messageId };
  const memberId = await writerOf(context, messageId);
  await writeDenial(context.tx, context.workspaceId, { ...record, memberId, denied: 'sending' });
  return { value: undefined, events, nudges };
}

async function writerOf(
  { tx, workspaceId }: CommandContext<null>,
  messageId: string,
): Promise<string | null> {
  const [message] = await tx
    .select({ authorId: messages.authorId })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  return message?.authorId ?? null;
}

/** As the message itself tells it; the whole decision stands where one writes. */
function deliveryReasonOf(reason: ReasonCode): DeliveryReason {
  return reasons[reason] ?? 'NOT_PERMITTED';
}

const reasons: Partial<Record<ReasonCode, DeliveryReason>> = {
  RECIPIENT_GONE: 'RECIPIENT_GONE',
  BLOCKED_BY_US: 'BLOCKED_BY_US',
  BLOCKED_BY_THEM: 'BLOCKED_BY_THEM',
  OPTED_OUT: 'OPTED_OUT',
  REQUEST_PENDING: 'REQUEST_PENDING',
  ENCRYPTED_ELSEWHERE: 'ENCRYPTED_ELSEWHERE',
  RECIPIENT_REFUSED_BEFORE: 'RECIPIENT_CLOSED',
  RECIPIENT_DOES_NOT_FOLLOW: 'RECIPIENT_CLOSED',
  RECIPIENT_CLOSED: 'RECIPIENT_CLOSED',
  RECIPIENT_VERIFIED_ONLY: 'RECIPIENT_VERIFIED_ONLY',
  NOT_SUMMONED: 'NOT_SUMMONED',
  POST_DELETED: 'POST_GONE',
};
