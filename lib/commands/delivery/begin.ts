import 'server-only';
import { v7 as uuid } from 'uuid';
import { attempts } from '@/db/schema/deliveries';
import type { PublicPost } from '@/lib/domain/conversation/post';
import { departureOf } from '@/lib/domain/delivery/departure';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import { takeFromBudget } from '../channel/budget';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import { bindDelivery } from './bind';
import type { Locked } from './delivery-for';
import { findDelivery } from './delivery-for';
import type { DeliveryPlace } from './due';
import { heldBack } from './hold-back';
import { inMs, moveDelivery } from './move';
import { lookAgainIn, plan } from './postpone';
import type { DeliveryStanding, FileAlong } from './standing';
import { standingFor } from './standing';

/** An attempt that stands in the database and may now be made. `attemptId` is its fence. */
export type Attempt = DeliveryPlace & {
  channelId: string;
  attemptId: string;
  attemptNo: number;
  /** True when the attempt before this one already led to a new token. */
  refreshedBefore: boolean;
  network: string;
  recipientExternalId: string;
  text: string;
  /** Of what is said in public; null for a private message. */
  post: PublicPost | null;
  channelExternalId: string;
  /** What goes along with it, by the network's own ids. */
  mediaIds: string[];
};

/** A message whose turn it is, once the network has its files. Nothing has set out: this may be done twice. */
export type HandOver = DeliveryPlace & { channelId: string; network: string; files: FileAlong[] };

export type Departure = { attempt: Attempt } | { handOver: HandOver };

type Begun = Outcome<Departure | undefined>;

/**
 * Takes a queued message out of the queue if it may leave now. When this resolves with an attempt, the
 * attempt is committed: from here on a crash leaves a question, never a second message. Files go first.
 */
export function depart(
  { workspaceId, messageId }: DeliveryPlace,
  policy: DeliveryPolicy,
): Promise<Departure | undefined> {
  return asSystem(workspaceId, async (context): Promise<Begun> => {
    const locked = await findDelivery(context, messageId);
    if (locked?.delivery.state !== 'queued') return stays;
    const standing = await standingFor(context, locked.delivery);
    if (!standing?.due) return stays;
    const sent = await alreadySent(context, messageId, standing.knownAs);
    if (sent) return sent;

    const { released } = locked.delivery;
    const departure = departureOf({ ...standing, released }, policy);
    switch (departure.kind) {
      case 'go':
        return await setOut(context, locked, { standing, policy });
      case 'wait_for':
        await lookAgainIn(context, locked.delivery, departure.forMs);
        return stays;
      case 'channel_rests':
        return stays;
      case 'channel_gone': {
        const reason = { reason: 'CHANNEL_GONE' } as const;
        const move = await moveDelivery(context, locked, { kind: 'channel_gone' }, reason);
        return { value: undefined, events: move.events, nudges: move.nudges };
      }
    }
  });
}

/** The rules have the last word; then the files, then the message. */
async function setOut(context: CommandContext<null>, locked: Locked, how: How): Promise<Begun> {
  const held = await heldBack(context, locked, how.policy);
  if (held) return held;
  return how.standing.files.every(({ ready }) => ready)
    ? await leave(context, locked, how)
    : await handOverFirst(context, locked, how);
}

type How = { standing: DeliveryStanding; policy: DeliveryPolicy };

const stays: Begun = { value: undefined, events: [] };

/** A late answer of an earlier attempt named the message: sending it again would be sending it twice. */
async function alreadySent(
  context: CommandContext<null>,
  messageId: string,
  externalId: string | null,
): Promise<Begun | undefined> {
  if (externalId === null) return undefined;
  const bound = await bindDelivery(context, { messageId, externalId, by: 'found' });
  return bound.bound ? { value: undefined, events: bound.events, nudges: bound.nudges } : undefined;
}

/** Whoever gets this hands the files over; should they die over it, the message falls due again. */
async function handOverFirst(
  context: CommandContext<null>,
  { delivery }: Locked,
  { standing, policy }: How,
): Promise<Begun> {
  const { messageId, channelId } = delivery;
  await lookAgainIn(context, delivery, policy.handOverMs);
  const { network, files } = standing;
  const { workspaceId } = context;
  return { value: { handOver: { workspaceId, messageId, channelId, network, files } }, events: [] };
}

async function leave(
  context: CommandContext<null>,
  locked: Locked,
  { standing, policy }: How,
): Promise<Begun> {
  const { tx, workspaceId } = context;
  const { messageId, channelId, attemptNo: before } = locked.delivery;
  const { network, recipientExternalId, text, lastReason, files, post } = standing;
  const purpose = post ? 'post' : 'send';
  const budget = await takeFromBudget(context, channelId, purpose);
  if (!budget.granted) {
    return {
      value: undefined,
      events: await plan(context, locked.delivery, { until: budget.until, purpose }, policy),
    };
  }
  const attemptId = uuid();
  const attemptNo = before + 1;
  await tx.insert(attempts).values({ workspaceId, id: attemptId, messageId, no: attemptNo });
  const lease = inMs(policy.leaseMs);
  const fence = { attemptId, attemptNo, leaseUntil: lease, dueAt: lease };
  const move = await moveDelivery(context, locked, { kind: 'leased' }, fence);
  if (!move.moved) throw new Error(`a queued delivery did not move: ${move.why}`);
  const attempt = {
    workspaceId,
    messageId,
    channelId,
    attemptId,
    attemptNo,
    refreshedBefore: lastReason === 'ACCOUNT_DISCONNECTED',
    network,
    recipientExternalId,
    text,
    post,
    channelExternalId: standing.channelExternalId,
    mediaIds: files.flatMap(({ mediaId }) => mediaId ?? []),
  };
  return {
    value: { attempt },
    events: move.events,
    nudges: move.nudges,
  };
}
