import type { PermissionInput } from './input';
import type { Purpose, SendPurpose } from './purpose';
import { purposeOf } from './purpose';

/** What is known of the two sides of a conversation; what is asked about them is not in here. */
export type PermissionFacts = Pick<
  PermissionInput,
  'now' | 'channel' | 'contact' | 'network' | 'brand'
> & {
  /** What they asked is not settled yet: the conversation is not closed. */
  isOpen: boolean;
};

type More = Partial<Pick<PermissionInput, 'marginMs' | 'message' | 'budget'>>;

/**
 * The question whether a person may write in a conversation. While it is open that is an answer, after
 * it was closed it is on our own account, and to somebody who never wrote it is a first message.
 */
export function replyInput(facts: PermissionFacts, more: More = {}): PermissionInput {
  return inputFor(facts, purposeIn(facts), more);
}

/** The same for a message whose purpose is settled: what was an answer when it was written stays one. */
export function inputFor(
  { isOpen: _, ...facts }: PermissionFacts,
  purpose: SendPurpose,
  more: More = {},
): PermissionInput {
  const asked = { ...facts, marginMs: 0, ...more };
  const confirmsOptOut = purpose === 'opt_out_confirmation';
  const by = confirmsOptOut || purpose === 'offer' ? 'automation' : 'person';
  return { ...asked, purpose: purposeOf(purpose), by, confirmsOptOut };
}

function purposeIn({ contact, isOpen }: PermissionFacts): Purpose {
  const wrote = contact.lastInboundAt !== null || contact.lastEncryptedAt !== null;
  if (!wrote) return 'outreach';
  return isOpen ? 'reply' : 'follow_up';
}
