import 'server-only';
import type { AnyColumn } from 'drizzle-orm';
import { and, eq, sql } from 'drizzle-orm';
import { attempts } from '@/db/schema/deliveries';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { firstLookAt } from '@/lib/domain/delivery/absence';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import type { DeliveryReason, SendOutcome } from '@/lib/domain/delivery/reasons';
import type { Verdict, Wait } from '@/lib/domain/delivery/verdict';
import { verdictOn } from '@/lib/domain/delivery/verdict';
import { learnedFromSending } from '@/lib/domain/permissions/relation';
import type { RateReading } from '../channel/budget';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import { learn } from '../relation/learn';
import type { Attempt } from './begin';
import { bindDelivery } from './bind';
import { channelAfter } from './channel-after';
import type { Locked } from './delivery-for';
import { findDelivery } from './delivery-for';
import type { DeliveryPlace } from './due';
import { forgetHandedOver } from './hand-over';
import type { Consequences } from './move';
import { atMs, inMs, moveDelivery, now } from './move';
import { triesOf } from './tries';

/** What the network answered, and what it said of its budget beside. */
export type Result = { outcome: SendOutcome; rate?: RateReading | undefined };

/** `overtaken`: the attempt had been given up before; only its own row learned of the outcome. */
export type Settled = Verdict['channel'] | 'overtaken';

/**
 * Writes what an attempt came to. Only the attempt that the delivery names may move it; one that comes
 * late writes its own row, where a look-up and the next attempt find what it learned.
 */
export function settleAttempt(
  attempt: Attempt,
  result: Result,
  policy: DeliveryPolicy,
): Promise<Settled> {
  const chance = Math.random();
  return asSystem(attempt.workspaceId, async (context): Promise<Outcome<Settled>> => {
    const tries = await triesOf(context, attempt, result.outcome);
    const verdict = verdictOn(result.outcome, { ...attempt, tries, chance, policy });
    const locked = await findDelivery(context, attempt.messageId);
    const times = await recordAttempt(context, attempt.attemptId, result.outcome);
    const { state, attemptId } = locked?.delivery ?? {};
    if (!locked || state !== 'sending' || attemptId !== attempt.attemptId) {
      return { value: 'overtaken', events: [] };
    }
    const settled = await settle(context, locked, { verdict, ...times, policy });
    const { channelId } = locked.delivery;
    const { rate, outcome } = result;
    const relation = await learnFrom(context, locked, outcome);
    const purpose = attempt.post ? 'post' : 'send';
    const after = { verdict, rate, purpose, now: times.now } as const;
    const channel = await channelAfter(context, channelId, after);
    return {
      value: verdict.channel,
      events: [...settled.events, ...relation, ...channel.events],
      nudges: [...settled.nudges, ...channel.nudges],
    };
  });
}

/** What the network did with a message says how the two stand to each other. */
async function learnFrom(
  context: CommandContext<null>,
  { conversation }: Locked,
  outcome: SendOutcome,
): Promise<EventDraft[]> {
  // Whether they can be answered in public says nothing about private messages.
  if (conversation.kind === 'public') return [];
  if (outcome.kind !== 'accepted' && outcome.kind !== 'refused') return [];
  const learned = learnedFromSending(outcome);
  return await learn(context, conversation, { learned, corrects: outcome.kind === 'accepted' });
}

/** A lease ran out: whoever held it may have sent the message. Says so, and never sends again by itself. */
export function expireLease(
  { workspaceId, messageId }: DeliveryPlace,
  policy: DeliveryPolicy,
): Promise<boolean> {
  return asSystem(workspaceId, async (context): Promise<Outcome<boolean>> => {
    const locked = await findDelivery(context, messageId);
    const { state, attemptId, leaseUntil } = locked?.delivery ?? {};
    if (!locked || state !== 'sending' || !attemptId || !leaseUntil) {
      return { value: false, events: [] };
    }
    const ended = await endLostAttempt(context, attemptId, leaseUntil);
    if (ended === undefined) return { value: false, events: [] };
    const { moved, events, nudges } = await moveDelivery(
      context,
      locked,
      { kind: 'lease_expired' },
      { reason: 'OUTCOME_UNKNOWN', dueAt: atMs(firstLookAt(ended, policy)) },
    );
    return { value: moved, events, nudges };
  });
}

type Settling = { verdict: Verdict; startedAt: number; policy: DeliveryPolicy };

async function settle(
  context: CommandContext<null>,
  locked: Locked,
  { verdict, startedAt, policy }: Settling,
): Promise<Consequences> {
  const { happening, reason, detail, wait } = verdict;
  const doubt = { reason: 'OUTCOME_UNKNOWN', dueAt: atMs(firstLookAt(startedAt, policy)) } as const;
  switch (happening.kind) {
    case 'accepted': {
      const { messageId } = locked.delivery;
      const { externalId } = happening;
      const bound = await bindDelivery(context, { messageId, externalId, by: 'accepted' });
      // A twin of this message took the id from a look-up: which of the two arrived is open again.
      return bound.bound ? bound : await moveDelivery(context, locked, { kind: 'unknown' }, doubt);
    }
    case 'unknown':
      return await moveDelivery(context, locked, happening, { ...doubt, detail });
    case 'not_accepted': {
      const leavesAt = instantAfter(wait);
      return await moveDelivery(context, locked, happening, {
        reason,
        detail,
        notBefore: leavesAt,
        dueAt: leavesAt,
      });
    }
    default: {
      const move = await moveDelivery(context, locked, happening, { reason, detail });
      if (move.moved) await forgetHandedOver(context, locked.delivery.messageId);
      return move;
    }
  }
}

function instantAfter(wait: Wait) {
  if (wait === 'none') return now;
  if ('forMs' in wait) return inMs(wait.forMs);
  return sql`greatest(clock_timestamp(), ${wait.until.toISOString()}::timestamptz)`;
}

/** The attempt's own row. Answers when it began and ended, in epoch milliseconds. */
async function recordAttempt(
  { tx, workspaceId }: CommandContext<null>,
  attemptId: string,
  outcome: SendOutcome,
): Promise<{ startedAt: number; now: number }> {
  const [row] = await tx
    .update(attempts)
    .set({
      endedAt: now,
      ...whatIsKnown(outcome),
      externalId: outcome.kind === 'accepted' ? outcome.externalId : null,
    })
    .where(and(eq(attempts.workspaceId, workspaceId), eq(attempts.id, attemptId)))
    .returning({ startedAt: epochMs, now: sql<number>`extract(epoch from ${now})::float8 * 1000` });
  if (!row) throw new Error('an attempt has no row');
  return row;
}

/**
 * An attempt that was given up stays a question that a search must answer: only an id settles it. Were
 * it to become a plain "no", nobody would look for the message, and it would be unknown for ever.
 */
function whatIsKnown(outcome: SendOutcome) {
  if (outcome.kind === 'accepted') return { outcome: outcome.kind, reason: null };
  const unlessGivenUp = (column: AnyColumn, value: string) =>
    sql`case when ${attempts.outcome} = 'lease_expired' then ${column} else ${value} end`;
  return {
    outcome: sql<typeof outcome.kind>`${unlessGivenUp(attempts.outcome, outcome.kind)}`,
    reason: sql<DeliveryReason>`${unlessGivenUp(attempts.reason, reasonOf(outcome))}`,
  };
}

/** Ends an attempt whose lease is over, if it is. Answers when it began, in epoch milliseconds. */
async function endLostAttempt(
  { tx, workspaceId }: CommandContext<null>,
  attemptId: string,
  leaseUntil: string,
): Promise<number | undefined> {
  const [row] = await tx
    .update(attempts)
    .set({ endedAt: now, outcome: 'lease_expired', reason: 'OUTCOME_UNKNOWN' })
    .where(
      and(
        eq(attempts.workspaceId, workspaceId),
        eq(attempts.id, attemptId),
        sql`${leaseUntil}::timestamptz <= clock_timestamp()`,
      ),
    )
    .returning({ startedAt: epochMs });
  return row?.startedAt;
}

const epochMs = sql<number>`extract(epoch from ${attempts.startedAt})::float8 * 1000`;

function reasonOf(outcome: Exclude<SendOutcome, { kind: 'accepted' }>): DeliveryReason {
  return outcome.kind === 'unknown' ? 'OUTCOME_UNKNOWN' : outcome.reason;
}
