import { describe, expect, it, test } from 'vitest';
import { deliveryPolicy } from './policy';
import { deliveryReasons } from './reasons';
import { blamedAlike, verdictOn } from './verdict';

const policy = deliveryPolicy(1);
const setting = { tries: 1, refreshedBefore: false, chance: 1, policy };
const retryAt = new Date('2026-11-24T12:15:00Z');

test('an accepted message is sent, and its channel works', () => {
  expect(verdictOn({ kind: 'accepted', externalId: '7' }, setting)).toMatchObject({
    happening: { kind: 'accepted', externalId: '7' },
    channel: 'works',
  });
});

test('a doubtful outcome is never taken for a failure', () => {
  expect(verdictOn({ kind: 'unknown', detail: 'timeout' }, setting)).toMatchObject({
    happening: { kind: 'unknown' },
    reason: 'OUTCOME_UNKNOWN',
    channel: 'untouched',
  });
});

describe('a message that was turned away', () => {
  it.each([
    ['RECIPIENT_CLOSED', 'refused', 'untouched'],
    ['RECIPIENT_VERIFIED_ONLY', 'refused', 'untouched'],
    ['RECIPIENT_GONE', 'refused', 'untouched'],
    ['BLOCKED_BY_US', 'refused', 'untouched'],
    ['TEXT_TOO_LONG', 'refused', 'untouched'],
    ['INVALID_MESSAGE', 'refused', 'untouched'],
    ['SENDER_RESTRICTED', 'not_accepted', 'pause'],
    ['CREDITS_DEPLETED', 'not_accepted', 'pause'],
    ['ACCOUNT_DISCONNECTED', 'not_accepted', 'refresh'],
    ['APP_SCOPE_MISSING', 'not_accepted', 'reconnect'],
  ] as const)('because of %s counts as %s and leaves the channel: %s', (reason, kind, channel) => {
    expect(verdictOn({ kind: 'refused', reason }, setting)).toMatchObject({
      happening: { kind },
      reason,
      channel,
    });
  });

  it('waits for the time that the network names', () => {
    const outcome = { kind: 'not_accepted', reason: 'RATE_LIMITED', retryAt } as const;
    expect(verdictOn(outcome, setting)).toMatchObject({
      happening: { kind: 'not_accepted' },
      wait: { until: retryAt },
      channel: 'cool',
    });
  });

  it('waits longer each time, and gives up in the end with the message failed', () => {
    const outcome = { kind: 'not_accepted', reason: 'NETWORK_UNREACHABLE' } as const;
    const waits = [1, 2, 3, 7, 11].map((tries) => verdictOn(outcome, { ...setting, tries }));
    expect(waits.map(({ wait }) => wait)).toEqual(
      [5_000, 10_000, 20_000, 300_000, 300_000].map((forMs) => ({ forMs })),
    );
    expect(verdictOn(outcome, { ...setting, tries: 12 }).happening.kind).toBe('refused');
  });

  it('asks for a new token once, then for an admin', () => {
    const outcome = { kind: 'not_accepted', reason: 'ACCOUNT_DISCONNECTED' } as const;
    expect(verdictOn(outcome, { ...setting, refreshedBefore: true }).channel).toBe('reconnect');
  });

  it('never goes back to the queue on the word "refused" for a reason that blames the message', () => {
    for (const reason of deliveryReasons) {
      const { happening, channel } = verdictOn({ kind: 'refused', reason }, setting);
      if (happening.kind === 'not_accepted') expect(channel).not.toBe('untouched');
    }
  });
});

test('tries are counted among reasons that blame the same: a wait for the rate is none of them', () => {
  expect(blamedAlike('NETWORK_UNREACHABLE')).toEqual(['NETWORK_UNREACHABLE']);
  expect(blamedAlike('RATE_LIMITED')).toEqual(['RATE_LIMITED']);
  expect(blamedAlike('CREDITS_DEPLETED')).toContain('SENDER_RESTRICTED');
});
