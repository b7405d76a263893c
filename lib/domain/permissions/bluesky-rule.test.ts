import { describe, expect, it } from 'vitest';
import type { BlueskyFacts } from './bluesky-rule';
import { blueskyRule } from './bluesky-rule';

const strangers: BlueskyFacts = {
  recipientFollowsSender: false,
  conversationExists: false,
  recipientHasWritten: false,
  blockedEitherWay: false,
  allowIncoming: 'following',
};

describe('Bluesky', () => {
  it.each([
    ['all', true, 'inbox'],
    ['all', false, 'request'],
    ['following', true, 'inbox'],
    ['following', false, 'RECIPIENT_DOES_NOT_FOLLOW'],
    ['none', true, 'RECIPIENT_CLOSED'],
    ['none', false, 'RECIPIENT_CLOSED'],
  ] as const)(
    'set to %s, and following us %s: %s',
    (allowIncoming, recipientFollowsSender, said) => {
      const verdict = blueskyRule({ ...strangers, allowIncoming, recipientFollowsSender });
      expect(verdict.mode ?? verdict.reason).toBe(said);
    },
  );

  it('lets a conversation go on whatever the setting', () => {
    const going = { ...strangers, conversationExists: true, allowIncoming: 'none' as const };
    expect(blueskyRule({ ...going, recipientHasWritten: true })).toEqual({
      allow: true,
      mode: 'reply',
      reason: 'CONVERSATION_EXISTS',
    });
    expect(blueskyRule(going).mode).toBe('request');
  });

  it('stops at a block, conversation or not', () => {
    const blocked = { ...strangers, blockedEitherWay: true, conversationExists: true };
    expect(blueskyRule(blocked)).toMatchObject({ allow: false, reason: 'BLOCKED_BY_THEM' });
  });
});
