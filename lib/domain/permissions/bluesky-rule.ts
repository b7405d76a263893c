import type { AllowReason, RefuseReason } from './reasons';

/** The setting `allowIncoming` of `chat.bsky.actor.declaration`. Who set nothing has `following`. */
export const blueskySettings = ['all', 'following', 'none'] as const;
export type BlueskySetting = (typeof blueskySettings)[number];

/** What decides on Bluesky. All of it known. */
export type BlueskyFacts = {
  recipientFollowsSender: boolean;
  conversationExists: boolean;
  recipientHasWritten: boolean;
  blockedEitherWay: boolean;
  allowIncoming: BlueskySetting;
};

export type BlueskyVerdict =
  | { allow: true; mode: 'inbox' | 'reply' | 'request'; reason: AllowReason }
  | { allow: false; mode: null; reason: RefuseReason };

/** Bluesky's own rule: a conversation goes on whatever the setting; a new one needs it, or a follow. */
export function blueskyRule(facts: BlueskyFacts): BlueskyVerdict {
  if (facts.blockedEitherWay) return { allow: false, mode: null, reason: 'BLOCKED_BY_THEM' };
  if (!facts.conversationExists) return openings[facts.allowIncoming](facts.recipientFollowsSender);
  const mode = facts.recipientHasWritten ? 'reply' : 'request';
  return { allow: true, mode, reason: 'CONVERSATION_EXISTS' };
}

const openings: Record<BlueskySetting, (follows: boolean) => BlueskyVerdict> = {
  all: (follows) =>
    follows
      ? { allow: true, mode: 'inbox', reason: 'RECIPIENT_FOLLOWS' }
      : { allow: true, mode: 'request', reason: 'RECIPIENT_OPEN' },
  following: (follows) =>
    follows
      ? { allow: true, mode: 'inbox', reason: 'RECIPIENT_FOLLOWS' }
      : { allow: false, mode: null, reason: 'RECIPIENT_DOES_NOT_FOLLOW' },
  none: () => ({ allow: false, mode: null, reason: 'RECIPIENT_CLOSED' }),
};
