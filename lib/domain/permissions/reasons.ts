/** Why a message may go. */
export const allowReasons = [
  'RECIPIENT_FOLLOWS',
  'RECIPIENT_ADMITS_FOLLOWED',
  'RECIPIENT_HAS_WRITTEN',
  'RECIPIENT_OPEN',
  'RECIPIENT_OPEN_TO_VERIFIED',
  'NETWORK_SAYS_YES',
  'CONVERSATION_EXISTS',
  'WINDOW_OPEN',
  'SUMMONED',
  'MAY_ANSWER_ANY_POST',
] as const;

/** Why it may not, or not yet. */
export const refuseReasons = [
  'CHANNEL_DISCONNECTED',
  'CHANNEL_SUSPENDED',
  'CHANNEL_LOCKED',
  'CREDITS_DEPLETED',
  'RECIPIENT_GONE',
  'BLOCKED_BY_US',
  'BLOCKED_BY_THEM',
  'OPTED_OUT',
  'RECIPIENT_REFUSED_BEFORE',
  'REQUEST_PENDING',
  'ENCRYPTED_ELSEWHERE',
  'RECIPIENT_DOES_NOT_FOLLOW',
  'RECIPIENT_CLOSED',
  'RECIPIENT_VERIFIED_ONLY',
  'OUR_DOOR_CLOSED',
  'NEVER_WROTE',
  'WINDOW_CLOSED',
  'WINDOW_FOR_PEOPLE_ONLY',
  'WINDOW_FOR_SERVICE_ONLY',
  'NOT_SUMMONED',
  'POST_DELETED',
  'NETWORK_MUST_SAY',
  'NO_OFFER_CONSENT',
  'OFFER_CAP_REACHED',
  'QUIET_HOURS',
  'OUTREACH_NOT_ALLOWED',
  'OUTREACH_CAP_REACHED',
  'OUTREACH_NEEDS_LEAD',
  'NO_EARLIER_CONVERSATION',
  'AUTOMATION_NEEDS_INBOUND',
  'TEXT_TOO_LONG',
  'MEDIA_UNSUPPORTED',
  'RATE_LIMITED',
] as const;

export type AllowReason = (typeof allowReasons)[number];
export type RefuseReason = (typeof refuseReasons)[number];

/** What a decision rests on. A closed list: screens have one sentence for each. */
export type ReasonCode = AllowReason | RefuseReason;
