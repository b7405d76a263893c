import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation, RuleSet } from './network-rule';
import { judge, ruleSets } from './network-rule';

const strangers: Relation = {
  recipientFollowsSender: false,
  senderFollowsRecipient: false,
  recipientHasWritten: false,
  senderIsVerified: false,
  blockedEitherWay: false,
  recipientDoor: 'nobody',
};

const told = (ruleSet: RuleSet, facts: Partial<Relation>) => {
  const verdict = judge(ruleSet, { ...strangers, ...facts });
  return verdict.allow ? verdict.mode : verdict.reason;
};

describe('the rules of the network', () => {
  const table: [string, Partial<Relation>, Record<RuleSet, string>][] = [
    [
      'a stranger at a closed door',
      {},
      eras('does_not_follow', 'does_not_follow', 'closed', 'closed'),
    ],
    [
      'a followed sender',
      { recipientFollowsSender: true },
      eras('inbox', 'inbox', 'inbox', 'inbox'),
    ],
    [
      'an answer to someone who wrote first',
      { recipientHasWritten: true },
      eras('does_not_follow', 'does_not_follow', 'reply', 'reply'),
    ],
    [
      'a stranger at an open door',
      { recipientDoor: 'everyone' },
      eras('does_not_follow', 'does_not_follow', 'request', 'request'),
    ],
    [
      'a verified stranger at a door for the verified',
      { recipientDoor: 'verified', senderIsVerified: true },
      eras('does_not_follow', 'does_not_follow', 'closed', 'request'),
    ],
    [
      'an unverified stranger at a door for the verified',
      { recipientDoor: 'verified' },
      eras('does_not_follow', 'does_not_follow', 'closed', 'verified_only'),
    ],
    [
      'a follower at a door for followers',
      { recipientDoor: 'followers', senderFollowsRecipient: true },
      eras('inbox', 'inbox', 'closed', 'closed'),
    ],
    [
      'a blocked sender, whatever else is true',
      {
        blockedEitherWay: true,
        recipientFollowsSender: true,
        recipientHasWritten: true,
        recipientDoor: 'everyone',
      },
      eras('blocked', 'blocked', 'blocked', 'blocked'),
    ],
  ];

  it.each(table)('in each era: %s', (_, facts, expected) => {
    for (const ruleSet of ruleSets)
      expect([ruleSet, told(ruleSet, facts)]).toEqual([ruleSet, expected[ruleSet]]);
  });

  it('never lets a block or a missing message open a door', () => {
    const relation = fc.record<Relation>({
      recipientFollowsSender: fc.boolean(),
      senderFollowsRecipient: fc.boolean(),
      recipientHasWritten: fc.boolean(),
      senderIsVerified: fc.boolean(),
      blockedEitherWay: fc.boolean(),
      recipientDoor: fc.constantFrom('everyone', 'verified', 'followers', 'nobody'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...ruleSets), relation, (ruleSet, facts) => {
        const verdict = judge(ruleSet, facts);
        if (facts.blockedEitherWay) expect(verdict.allow).toBe(false);
        if (verdict.allow && verdict.mode === 'reply') expect(facts.recipientHasWritten).toBe(true);
        const withMessage = judge(ruleSet, { ...facts, recipientHasWritten: true });
        if (verdict.allow) expect(withMessage.allow).toBe(true);
      }),
      { verbose: true },
    );
  });
});

function eras(
  ...[mutual, optIn, open, today]: [string, string, string, string]
): Record<RuleSet, string> {
  return {
    'x.mutual_follow': mutual,
    'x.followers_opt_in_2013': optIn,
    'x.open_dm_2015': open,
    'x.today': today,
  };
}
