import type { Door } from '../cast';

export const ruleSets = [
  'x.mutual_follow',
  'x.followers_opt_in_2013',
  'x.open_dm_2015',
  'x.today',
] as const;
export type RuleSet = (typeof ruleSets)[number];

export type Relation = {
  recipientFollowsSender: boolean;
  senderFollowsRecipient: boolean;
  recipientHasWritten: boolean;
  senderIsVerified: boolean;
  blockedEitherWay: boolean;
  recipientDoor: Door;
};

export type Verdict =
  | { allow: true; mode: 'inbox' | 'reply' | 'request' }
  | { allow: false; reason: 'blocked' | 'does_not_follow' | 'verified_only' | 'closed' };

type Way = { mode: 'inbox' | 'reply' | 'request'; open: (relation: Relation) => boolean };

const followed: Way = { mode: 'inbox', open: (r) => r.recipientFollowsSender };
const optedIn: Way = {
  mode: 'inbox',
  open: (r) => r.recipientDoor === 'followers' && r.senderFollowsRecipient,
};
const written: Way = { mode: 'reply', open: (r) => r.recipientHasWritten };
const everyone: Way = { mode: 'request', open: (r) => r.recipientDoor === 'everyone' };
const verified: Way = {
  mode: 'request',
  open: (r) => r.recipientDoor === 'verified' && r.senderIsVerified,
};

/** Each era of the network as the ways in that it knew, tried in this order. A door it did not know opens nothing. */
const waysIn: Record<RuleSet, readonly Way[]> = {
  'x.mutual_follow': [followed, optedIn],
  'x.followers_opt_in_2013': [followed, optedIn],
  'x.open_dm_2015': [followed, written, everyone],
  'x.today': [followed, written, everyone, verified],
};

/** May the sender write to the recipient in this era? */
export function judge(ruleSet: RuleSet, relation: Relation): Verdict {
  if (relation.blockedEitherWay) return { allow: false, reason: 'blocked' };
  const way = waysIn[ruleSet].find(({ open }) => open(relation));
  return way
    ? { allow: true, mode: way.mode }
    : { allow: false, reason: reasonOf(ruleSet, relation) };
}

function reasonOf(ruleSet: RuleSet, relation: Relation) {
  if (!waysIn[ruleSet].includes(written)) return 'does_not_follow';
  const wantsVerified = waysIn[ruleSet].includes(verified) && relation.recipientDoor === 'verified';
  return wantsVerified ? 'verified_only' : 'closed';
}
