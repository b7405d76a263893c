import type { DeliveryReason } from '../delivery/reasons';
import type { Source } from './known';

/** What is kept of a person in relation to one channel, each with its source and age. */
export type RelationFactName =
  /** The network's own word on whether we may write to them. */
  | 'answer'
  | 'recipientFollowsSender'
  | 'senderFollowsRecipient'
  | 'blockedByUs'
  | 'blockedByThem'
  /** The account takes none of their private messages, by an order of ours; no look-up shows it. */
  | 'messagesBlockedByUs'
  | 'isGone'
  /** Whether the network refused our last message to them. */
  | 'refused';

export type Learned = { name: RelationFactName; value: boolean; source: Source };

/** What an answer to a message of ours teaches about the two. */
export function learnedFromSending(
  outcome: { kind: 'accepted' } | { kind: 'refused'; reason: DeliveryReason },
): Learned[] {
  if (outcome.kind === 'accepted') return arrived;
  return byRefusal[outcome.reason] ?? [];
}

/** That it was taken says so as surely as an answer to a question would, and for as long. */
const arrived: Learned[] = [
  { name: 'answer', value: true, source: 'look_up' },
  { name: 'refused', value: false, source: 'event' },
  { name: 'isGone', value: false, source: 'event' },
];

const closed: Learned[] = [
  { name: 'answer', value: false, source: 'refusal' },
  { name: 'refused', value: true, source: 'refusal' },
];

const byRefusal: Partial<Record<DeliveryReason, Learned[]>> = {
  RECIPIENT_CLOSED: closed,
  RECIPIENT_VERIFIED_ONLY: closed,
  RECIPIENT_GONE: [{ name: 'isGone', value: true, source: 'refusal' }],
  BLOCKED_BY_US: [{ name: 'blockedByUs', value: true, source: 'refusal' }],
};
