import 'server-only';
import { and, eq } from 'drizzle-orm';
import { deliveries } from '@/db/schema/deliveries';
import { judgeAbsence, lookAfterFailure } from '@/lib/domain/delivery/absence';
import type { DeliveryPolicy } from '@/lib/domain/delivery/policy';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import { bindDelivery } from './bind';
import type { Locked } from './delivery-for';
import { findDelivery } from './delivery-for';
import type { Consequences } from './move';
import { atMs, moveDelivery } from './move';
import type { Unknown } from './search';

type Subject = { workspaceId: string; unknown: Unknown; policy: DeliveryPolicy };

/** The network has it: the message is sent. False when somebody else was faster, or has this id. */
export function recordFound(
  workspaceId: string,
  found: { messageId: string; externalId: string; at?: Date },
): Promise<boolean> {
  return asSystem(workspaceId, async (context) => {
    const { bound, ...consequences } = await bindDelivery(context, { ...found, by: 'found' });
    return { value: bound, ...consequences };
  });
}

/** A complete walk that began at `walkAt` did not show it. Once that is proof, it is queued again. */
export function recordAbsence(subject: Subject, walkAt: number): Promise<void> {
  return aboutThisAttempt(subject, async (context, locked) => {
    const judged = judgeAbsence(subject.unknown, walkAt, subject.policy);
    if (judged.kind === 'absence_proven') {
      return await moveDelivery(context, locked, { kind: 'absence_proven' });
    }
    const { absences, absentAt, lookAgainAt } = judged;
    return await moveDelivery(
      context,
      locked,
      { kind: 'absent_once' },
      {
        reason: 'OUTCOME_UNKNOWN',
        absences,
        absentAt: absentAt === null ? null : atMs(absentAt),
        dueAt: atMs(lookAgainAt),
      },
    );
  });
}

/** No complete walk could be made. Looks again, not before `earliest`; in the end a person is asked. */
export function recordNoLook(
  subject: Subject,
  { now, earliest }: { now: number; earliest?: number | undefined },
): Promise<void> {
  const { unknown, policy } = subject;
  const again = lookAfterFailure(unknown.doubtAt, { now, earliest }, policy);
  return aboutThisAttempt(subject, async (context, locked) => {
    if (again === undefined) return await askPerson(context, locked, 'proof_impossible');
    await context.tx
      .update(deliveries)
      .set({ dueAt: atMs(again) })
      .where(
        and(
          eq(deliveries.workspaceId, context.workspaceId),
          eq(deliveries.messageId, unknown.messageId),
          eq(deliveries.state, 'unknown'),
        ),
      );
    return { events: [], nudges: [] };
  });
}

/** The channel is gone for good: nobody can look any more. */
export function recordChannelGone(subject: Subject): Promise<void> {
  return aboutThisAttempt(subject, (context, locked) => askPerson(context, locked, 'channel_gone'));
}

function askPerson(
  context: CommandContext<null>,
  locked: Locked,
  kind: 'proof_impossible' | 'channel_gone',
): Promise<Consequences> {
  return moveDelivery(context, locked, { kind }, { reason: 'OUTCOME_UNKNOWN' });
}

/** Does nothing when the delivery has moved on, even to another unknown attempt. */
function aboutThisAttempt(
  { workspaceId, unknown }: Subject,
  run: (context: CommandContext<null>, locked: Locked) => Promise<Consequences>,
): Promise<void> {
  return asSystem(workspaceId, async (context): Promise<Outcome<void>> => {
    const locked = await findDelivery(context, unknown.messageId);
    const { state, attemptId } = locked?.delivery ?? {};
    if (!locked || state !== 'unknown' || attemptId !== unknown.attemptId) {
      return { value: undefined, events: [] };
    }
    const { events, nudges } = await run(context, locked);
    return { value: undefined, events, nudges };
  });
}
