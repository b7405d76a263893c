import { describe, expect, it } from 'vitest';
import type { PublicFacts } from './public';
import { decideInPublic } from './public';

const post = { externalId: '1', summons: true, isDeleted: false };
const facts: PublicFacts = {
  channel: { state: 'connected' },
  post,
  isExempt: false,
  blockedByThem: null,
};

const decided = (more: Partial<PublicFacts>) => decideInPublic({ ...facts, ...more });

describe('an answer in public', () => {
  it('is allowed to whoever named or quoted us', () => {
    expect(decided({})).toMatchObject({ verdict: 'allow', mode: 'public', reason: 'SUMMONED' });
  });

  it('is refused to whoever did not, with the way through the network itself', () => {
    const unsummoned = { ...post, summons: false };
    expect(decided({ post: unsummoned })).toMatchObject({
      verdict: 'refuse',
      layer: 'network',
      reason: 'NOT_SUMMONED',
      remedies: [{ kind: 'answer_there' }, { kind: 'wait_for_them' }],
    });
    expect(decided({ post: unsummoned, isExempt: true })).toMatchObject({
      verdict: 'allow',
      reason: 'MAY_ANSWER_ANY_POST',
    });
  });

  it('is refused to a post that is gone, also where the network exempts us', () => {
    const gone = { ...post, isDeleted: true };
    for (const isExempt of [false, true]) {
      expect(decided({ post: gone, isExempt })).toMatchObject({ reason: 'POST_DELETED' });
      expect(decided({ post: null, isExempt })).toMatchObject({ reason: 'POST_DELETED' });
    }
  });

  it('is refused to whoever blocked us, and while the channel is not connected', () => {
    const blocked = { value: true, source: 'event', at: 1 } as const;
    expect(decided({ blockedByThem: blocked })).toMatchObject({ reason: 'BLOCKED_BY_THEM' });
    expect(decided({ channel: { state: 'disconnected' }, blockedByThem: blocked })).toMatchObject({
      layer: 'channel',
      reason: 'CHANNEL_DISCONNECTED',
    });
  });

  it('never ends in a refusal without a way out', () => {
    const states = [
      'connected',
      'disconnected',
      'suspended',
      'locked',
      'credits_depleted',
    ] as const;
    for (const state of states) {
      for (const summons of [true, false]) {
        const { verdict, remedies } = decided({ channel: { state }, post: { ...post, summons } });
        expect(verdict === 'allow' || remedies.length > 0).toBe(true);
      }
    }
  });
});
