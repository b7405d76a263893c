import type { WhyNot } from './machine';

/** What a person reads who asked for something that a delivery's state does not allow. */
export const whyNot = {
  stale: 'This message has moved on meanwhile. Look at it again.',
  in_flight: 'This message is being sent right now. Wait for its result.',
  unproven: 'We are still finding out whether this message arrived. Wait for the result.',
  not_queued: 'This message is not waiting to be sent any more.',
  not_failed: 'This message did not fail, so there is nothing to retry.',
  not_in_review: 'There is nothing to decide about this message.',
  settled: 'This message is settled already.',
} as const satisfies Record<WhyNot, string>;
