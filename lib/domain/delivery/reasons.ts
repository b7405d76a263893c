/**
 * Why a network did not take a message, in Porchlight's words. A closed list: adapters map their
 * codes to it and screens have one sentence and one way out for each.
 */
export const deliveryReasons = [
  'RECIPIENT_CLOSED',
  'RECIPIENT_VERIFIED_ONLY',
  'RECIPIENT_GONE',
  'BLOCKED_BY_US',
  'SENDER_RESTRICTED',
  'ACCOUNT_DISCONNECTED',
  'APP_SCOPE_MISSING',
  'RATE_LIMITED',
  'CREDITS_DEPLETED',
  'TEXT_TOO_LONG',
  'INVALID_MESSAGE',
  'ATTACHMENT_REFUSED',
  'NETWORK_UNREACHABLE',
  'OUTCOME_UNKNOWN',
  'CHANNEL_GONE',
  // Of public posts alone.
  'NOT_SUMMONED',
  'POST_GONE',
  // By our own rules, before anything set out.
  'BLOCKED_BY_THEM',
  'OPTED_OUT',
  'REQUEST_PENDING',
  'ENCRYPTED_ELSEWHERE',
  'NOT_PERMITTED',
  'REPLY_RECALLED',
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/**
 * What one attempt came to. Only `not_accepted` may be tried again by itself: the network provably
 * does not have the message. `unknown` means that it may have it.
 */
export type SendOutcome =
  | { kind: 'accepted'; externalId: string }
  | { kind: 'not_accepted'; reason: DeliveryReason; retryAt?: Date; detail?: string }
  | { kind: 'refused'; reason: DeliveryReason; detail?: string }
  | { kind: 'unknown'; detail: string };
