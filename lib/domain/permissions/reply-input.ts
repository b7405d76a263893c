import type { PermissionInput } from './input';

/** What is known of the two sides of a conversation; what is asked about them is not in here. */
export type PermissionFacts = Pick<
  PermissionInput,
  'now' | 'channel' | 'contact' | 'network' | 'brand'
>;

/**
 * The question whether a person may answer in a conversation. To somebody who never wrote it is no
 * answer but a first message, and the brand's policy on those applies.
 */
export function replyInput(
  facts: PermissionFacts,
  more: Partial<Pick<PermissionInput, 'marginMs' | 'message' | 'budget'>> = {},
): PermissionInput {
  const { lastInboundAt, lastEncryptedAt } = facts.contact;
  const wrote = lastInboundAt !== null || lastEncryptedAt !== null;
  return { ...facts, marginMs: 0, purpose: wrote ? 'reply' : 'outreach', by: 'person', ...more };
}
