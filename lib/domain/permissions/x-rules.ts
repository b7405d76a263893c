import type { AllowReason, RefuseReason } from './reasons';

/** Who may message a person as they set it. `nobody` means: nobody but the people they follow. */
export const doors = ['everyone', 'verified', 'followers', 'nobody'] as const;
export type Door = (typeof doors)[number];

/** The eras of X's rule: to October 2013 and again to April 2015; in between; to July 2023; since. */
export const xRuleSets = [
  'x.mutual_follow',
  'x.followers_opt_in_2013',
  'x.open_dm_2015',
  'x.today',
] as const;
export type XRuleSet = (typeof xRuleSets)[number];

/** What decides on X whether the sender reaches the recipient. All of it known. */
export type XFacts = {
  recipientFollowsSender: boolean;
  senderFollowsRecipient: boolean;
  recipientHasWritten: boolean;
  senderIsVerified: boolean;
  blockedEitherWay: boolean;
  recipientDoor: Door;
};

/** Where the message lands: among theirs, as an answer to theirs, or among the requests. */
type XMode = 'inbox' | 'reply' | 'request';

export type XVerdict =
  | { allow: true; mode: XMode; reason: AllowReason }
  | { allow: false; mode: null; reason: RefuseReason };

type Way = { mode: XMode; reason: AllowReason; isOpen: (facts: XFacts) => boolean };

const followed: Way = {
  mode: 'inbox',
  reason: 'RECIPIENT_FOLLOWS',
  isOpen: ({ recipientFollowsSender }) => recipientFollowsSender,
};
const admitted: Way = {
  mode: 'inbox',
  reason: 'RECIPIENT_ADMITS_FOLLOWED',
  isOpen: ({ recipientDoor, senderFollowsRecipient }) =>
    recipientDoor === 'followers' && senderFollowsRecipient,
};
const answering: Way = {
  mode: 'reply',
  reason: 'RECIPIENT_HAS_WRITTEN',
  isOpen: ({ recipientHasWritten }) => recipientHasWritten,
};
const open: Way = {
  mode: 'request',
  reason: 'RECIPIENT_OPEN',
  isOpen: ({ recipientDoor }) => recipientDoor === 'everyone',
};
const openToVerified: Way = {
  mode: 'request',
  reason: 'RECIPIENT_OPEN_TO_VERIFIED',
  isOpen: ({ recipientDoor, senderIsVerified }) => recipientDoor === 'verified' && senderIsVerified,
};

type Era = { ways: readonly Way[]; refusal: (facts: XFacts) => RefuseReason };

const mustFollow = (): RefuseReason => 'RECIPIENT_DOES_NOT_FOLLOW';

/** Each era as the ways in that it had, in the order in which they count, and what was wrong when none was open. */
const eras: Record<XRuleSet, Era> = {
  'x.mutual_follow': { ways: [followed, admitted], refusal: mustFollow },
  'x.followers_opt_in_2013': { ways: [followed, admitted], refusal: mustFollow },
  'x.open_dm_2015': { ways: [followed, answering, open], refusal: () => 'RECIPIENT_CLOSED' },
  'x.today': {
    ways: [followed, answering, open, openToVerified],
    refusal: ({ recipientDoor }) =>
      recipientDoor === 'verified' ? 'RECIPIENT_VERIFIED_ONLY' : 'RECIPIENT_CLOSED',
  },
};

/**
 * X's own rule: may the sender message the recipient, and where does it land? A block that reaches this
 * far is theirs: our own blocks are known before the network is asked.
 */
export function networkRule(ruleSet: XRuleSet, facts: XFacts): XVerdict {
  if (facts.blockedEitherWay) return { allow: false, mode: null, reason: 'BLOCKED_BY_THEM' };
  const { ways, refusal } = eras[ruleSet];
  const way = ways.find(({ isOpen }) => isOpen(facts));
  if (way) return { allow: true, mode: way.mode, reason: way.reason };
  return { allow: false, mode: null, reason: refusal(facts) };
}

/** The other direction, the facts being those of a person who writes to us: may they reach us? */
export function inboundRule(ruleSet: XRuleSet, facts: XFacts): XVerdict {
  const verdict = networkRule(ruleSet, facts);
  if (verdict.allow || facts.blockedEitherWay) return verdict;
  return { ...verdict, reason: 'OUR_DOOR_CLOSED' };
}
