import type { DeliveryState } from '../delivery/states';
import type { Status } from './conversation';
import { isAsleep } from './triage';

/** Where the writer of a reply may want the conversation to be afterwards. */
export const afterReply = ['open', 'waiting', 'resolved', 'on_hold'] as const;
export type AfterReply = (typeof afterReply)[number];

/**
 * Where a conversation stands once we have answered: on the customer, unless its writer says otherwise.
 * It stays in sight when the customer wrote something that the writer had not read.
 */
export function statusAfterReply(
  status: Status,
  { wish, unread }: { wish?: AfterReply | undefined; unread: boolean },
): Status {
  const target = wish ?? (status === 'open' ? 'waiting' : status);
  return unread && isAsleep(target) ? status : target;
}

/**
 * Where it stands once an answer became something else: one that did not arrive is seen by somebody. What somebody put
 * off sleeps on, unless it was the answer that put it off: `snoozedWith`.
 */
export function statusAfterAnswer(
  status: Status,
  {
    state,
    waits,
    snoozedWith = false,
  }: { state: DeliveryState; waits: boolean; snoozedWith?: boolean },
): Status {
  const followed =
    status === 'snoozed' ? snoozedWith : status === 'waiting' || status === 'resolved';
  if (!followed) return status;
  const lost = state === 'failed' || state === 'needs_review';
  return lost || (state === 'cancelled' && waits) ? 'open' : status;
}
