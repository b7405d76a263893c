import { describe, expect, it } from 'vitest';
import type { Door, XFacts, XRuleSet } from './x-rules';
import { doors, inboundRule, networkRule, xRuleSets } from './x-rules';

const bits = [false, true];

function everyCase(): XFacts[] {
  return bits.flatMap((recipientFollowsSender) =>
    bits.flatMap((senderFollowsRecipient) =>
      bits.flatMap((recipientHasWritten) =>
        bits.flatMap((senderIsVerified) =>
          bits.flatMap((blockedEitherWay) =>
            doors.map((recipientDoor) => ({
              recipientFollowsSender,
              senderFollowsRecipient,
              recipientHasWritten,
              senderIsVerified,
              blockedEitherWay,
              recipientDoor,
            })),
          ),
        ),
      ),
    ),
  );
}

/** What opens each door to a stranger who does not follow, by era: written out by hand from the rules. */
const opens: Record<
  XRuleSet,
  Record<Door, 'nothing' | 'we follow' | 'anybody' | 'the verified'>
> = {
  'x.mutual_follow': {
    everyone: 'nothing',
    verified: 'nothing',
    followers: 'we follow',
    nobody: 'nothing',
  },
  'x.followers_opt_in_2013': {
    everyone: 'nothing',
    verified: 'nothing',
    followers: 'we follow',
    nobody: 'nothing',
  },
  'x.open_dm_2015': {
    everyone: 'anybody',
    verified: 'nothing',
    followers: 'nothing',
    nobody: 'nothing',
  },
  'x.today': {
    everyone: 'anybody',
    verified: 'the verified',
    followers: 'nothing',
    nobody: 'nothing',
  },
};
const answersAlways: Record<XRuleSet, boolean> = {
  'x.mutual_follow': false,
  'x.followers_opt_in_2013': false,
  'x.open_dm_2015': true,
  'x.today': true,
};

function expected(ruleSet: XRuleSet, facts: XFacts): string {
  if (facts.blockedEitherWay) return 'no: BLOCKED_BY_THEM';
  if (facts.recipientFollowsSender) return 'inbox';
  if (answersAlways[ruleSet] && facts.recipientHasWritten) return 'reply';
  const opener = opens[ruleSet][facts.recipientDoor];
  if (opener === 'we follow' && facts.senderFollowsRecipient) return 'inbox';
  if (opener === 'anybody') return 'request';
  if (opener === 'the verified' && facts.senderIsVerified) return 'request';
  if (!answersAlways[ruleSet]) return 'no: RECIPIENT_DOES_NOT_FOLLOW';
  return opener === 'the verified' ? 'no: RECIPIENT_VERIFIED_ONLY' : 'no: RECIPIENT_CLOSED';
}

describe.each(xRuleSets)('under %s', (ruleSet) => {
  it.each(doors)('a door for %s lets in whom it should, in all 32 cases', (door) => {
    const cases = everyCase().filter(({ recipientDoor }) => recipientDoor === door);
    expect(cases).toHaveLength(32);
    for (const facts of cases) {
      const { allow, mode, reason } = networkRule(ruleSet, facts);
      expect({ facts, said: allow ? mode : `no: ${reason}` }).toEqual({
        facts,
        said: expected(ruleSet, facts),
      });
    }
  });
});

const stranger: XFacts = {
  recipientFollowsSender: false,
  senderFollowsRecipient: false,
  recipientHasWritten: false,
  senderIsVerified: false,
  blockedEitherWay: false,
  recipientDoor: 'nobody',
};

describe('to the letter', () => {
  it('an answer to somebody who wrote was refused until 2015', () => {
    const wrote = { ...stranger, recipientHasWritten: true };
    expect(xRuleSets.map((ruleSet) => networkRule(ruleSet, wrote).mode)).toEqual([
      null,
      null,
      'reply',
      'reply',
    ]);
  });

  it('who follows and wrote has it in the inbox, not as an answer', () => {
    const both = { ...stranger, recipientHasWritten: true, recipientFollowsSender: true };
    expect(networkRule('x.today', both)).toMatchObject({
      mode: 'inbox',
      reason: 'RECIPIENT_FOLLOWS',
    });
  });

  it('a person whom our door turns away is told that it is ours', () => {
    expect(inboundRule('x.today', stranger)).toEqual({
      allow: false,
      mode: null,
      reason: 'OUR_DOOR_CLOSED',
    });
    expect(inboundRule('x.today', { ...stranger, recipientDoor: 'everyone' }).allow).toBe(true);
    expect(inboundRule('x.today', { ...stranger, blockedEitherWay: true }).reason).toBe(
      'BLOCKED_BY_THEM',
    );
  });
});
