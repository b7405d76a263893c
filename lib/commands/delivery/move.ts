import 'server-only';
import type { SQL } from 'drizzle-orm';
import { and, eq, ne, sql } from 'drizzle-orm';
import { deliveries } from '@/db/schema/deliveries';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { answers } from '@/lib/domain/conversation/waiting';
import type { Happening, Next, WhyNot } from '@/lib/domain/delivery/machine';
import { next } from '@/lib/domain/delivery/machine';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';
import { followAnswer } from './customer-waits';
import type { Delivery, Locked } from './delivery-for';

/** What a change of a delivery left to record and to wake. */
export type Consequences = { events: EventDraft[]; nudges: Lane[] };

export type Move = Consequences &
  ({ moved: true; state: DeliveryState } | { moved: false; why: WhyNot });

/** What a move sets beside the state. What it leaves out is reset to what the new state means by itself. */
type Beside = {
  reason?: DeliveryReason | null;
  detail?: string | null;
  attemptId?: string;
  attemptNo?: number;
  notBefore?: SQL;
  dueAt?: SQL;
  leaseUntil?: SQL;
  absences?: number;
  absentAt?: SQL | null;
  released?: boolean;
};

export const now = sql`clock_timestamp()`;

/** An instant this many milliseconds from now, by the database's clock. */
export function inMs(ms: number): SQL {
  return sql`clock_timestamp() + ${ms} * interval '1 millisecond'`;
}

/** An instant from epoch milliseconds. */
export function atMs(ms: number): SQL {
  return sql`to_timestamp(${ms}::float8 / 1000)`;
}

/** The one place that writes a delivery's state: asks the machine, then moves the row if it still stands there. */
export async function moveDelivery(
  context: CommandContext<Actor | null>,
  { delivery, conversation }: Locked,
  happening: Happening,
  beside: Beside = {},
): Promise<Move> {
  const { tx, workspaceId } = context;
  const step = next(delivery.state, happening);
  if (!step.ok) return { moved: false, why: step.why, events: [], nudges: [] };
  const [row] = await tx
    .update(deliveries)
    .set({ ...byItself(step), ...beside, state: step.state, updatedAt: now })
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.messageId, delivery.messageId),
        eq(deliveries.state, delivery.state),
        sql`${deliveries.attemptId} is not distinct from ${delivery.attemptId}`,
      ),
    )
    .returning({ messageId: deliveries.messageId });
  if (!row) return { moved: false, why: 'stale', events: [], nudges: [] };
  const woken = await wakeFollowers(context, delivery);
  return {
    moved: true,
    state: step.state,
    events: [
      ...changed(delivery, step.state, beside.reason ?? null),
      // An offer that did not arrive is nobody's work: its marketer sees it.
      ...(delivery.purpose !== 'offer' && isNews(delivery.state, step.state)
        ? await followAnswer(context, conversation, {
            messageId: delivery.messageId,
            state: step.state,
          })
        : []),
      ...(delivery.purpose === 'offer' && delivery.state !== step.state
        ? [{ type: 'offer.changed', channelId: delivery.channelId } as const]
        : []),
    ],
    nudges: woken || step.state === 'queued' ? ['delivery'] : [],
  };
}

/** The columns as a state has them when a move says nothing else. */
function byItself(step: Extract<Next, { ok: true }>): Beside {
  const none = sql`null`;
  const settled = { reason: null, detail: null, leaseUntil: none, dueAt: none };
  switch (step.state) {
    case 'queued':
      return { ...settled, notBefore: now, dueAt: now, absences: 0, absentAt: null };
    case 'sent':
    case 'cancelled':
    case 'failed':
    case 'needs_review':
      return settled;
    case 'sending':
    case 'unknown':
      return { reason: null, detail: null, leaseUntil: none };
  }
}

function changed(
  { conversationId, channelId, messageId, state: from }: Delivery,
  to: DeliveryState,
  reason: DeliveryReason | null,
): EventDraft[] {
  if (from === to) return [];
  return [
    {
      type: 'delivery.changed',
      conversationId,
      channelId,
      messageId,
      data: { from, to, reason },
    },
  ];
}

/** Whether the conversation has to follow: the answer began or ceased to be one, or asks for a person. */
function isNews(from: DeliveryState, to: DeliveryState): boolean {
  const answered = (delivery: DeliveryState) => answers({ kind: 'outbound', delivery });
  return answered(from) !== answered(to) || (to === 'needs_review' && from !== to);
}

/** Lets the queued messages behind this one look again whether they may leave. */
async function wakeFollowers(
  { tx, workspaceId }: CommandContext<Actor | null>,
  { conversationId, messageId }: Delivery,
): Promise<boolean> {
  const woken = await tx
    .update(deliveries)
    .set({ dueAt: sql`greatest(${deliveries.notBefore}, clock_timestamp())` })
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.conversationId, conversationId),
        ne(deliveries.messageId, messageId),
        eq(deliveries.state, 'queued'),
        sql`${deliveries.dueAt} > greatest(${deliveries.notBefore}, clock_timestamp())`,
      ),
    )
    .returning({ messageId: deliveries.messageId });
  return woken.length > 0;
}
