import 'server-only';
import { and, eq } from 'drizzle-orm';
import { relationChecks } from '@/db/schema/relations';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { Decision } from '@/lib/domain/permissions/decide';
import { decide } from '@/lib/domain/permissions/decide';
import type { ReasonCode } from '@/lib/domain/permissions/reasons';
import type { PermissionFacts } from '@/lib/domain/permissions/reply-input';
import { replyInput } from '@/lib/domain/permissions/reply-input';
import { permissionFactsOf } from '@/lib/permission-facts';
import type { CommandContext, Outcome } from '../command';
import { askAbout, mostChecks } from '../relation/checks';
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
  const facts = await permissionFactsOf(context.tx, context.workspaceId, conversation.id);
  if (!facts) return null;
  // It may still be on its way when the call is given up.
  const decision = decide(replyInput(facts, { marginMs: policy.callDeadlineMs }));
  if (decision.verdict !== 'refuse' && decision.verdict !== 'check_first') return null;
  if (!mayBeAsked(decision) || wasAskedSince(facts, delivery.updatedAt)) {
    return await stop(context, locked, deliveryReasonOf(decision.reason));
  }
  if (await askedInVain(context, conversation)) {
    return await stop(context, locked, 'NETWORK_UNREACHABLE');
  }
  await askAbout(context, conversation);
  await lookAgainIn(context, delivery, policy.firstBackOffMs);
  return { value: undefined, events: [], nudges: ['relation'] };
}

function mayBeAsked({ remedies }: Decision): boolean {
  return remedies.some(({ kind }) => kind === 'check');
}

function wasAskedSince({ network }: PermissionFacts, queuedAt: string): boolean {
  const answer = network.rule === 'windows' ? null : network.answer;
  return answer?.source === 'look_up' && answer.at >= Date.parse(queuedAt);
}

async function askedInVain(
  { tx, workspaceId }: CommandContext<null>,
  { channelId, identityId }: Locked['conversation'],
): Promise<boolean> {
  const [check] = await tx
    .select({ tries: relationChecks.tries })
    .from(relationChecks)
    .where(
      and(
        eq(relationChecks.workspaceId, workspaceId),
        eq(relationChecks.channelId, channelId),
        eq(relationChecks.identityId, identityId),
      ),
    );
  return check !== undefined && check.tries >= mostChecks;
}

async function stop(
  context: CommandContext<null>,
  locked: Locked,
  reason: DeliveryReason,
): Promise<Outcome<undefined>> {
  const { events, nudges } = await moveDelivery(context, locked, { kind: 'held_back' }, { reason });
  return { value: undefined, events, nudges };
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
};
