import { expect, test } from 'vitest';
import type { Earlier } from './departure';
import { departureOf } from './departure';
import { deliveryPolicy } from './policy';
import type { DeliveryState } from './states';

const policy = deliveryPolicy(1);
const MINUTE = 60_000;
const now = 1_000 * MINUTE;
const free = { channelStatus: 'connected', channelBusy: false, released: false, now } as const;

function earlier(state: DeliveryState, minutesAgo = 1): Earlier[] {
  return [{ messageId: 'm1', state, doubtAt: now - minutesAgo * MINUTE }];
}

test.each([
  ['queued', 'wait_for', 'go'],
  ['sending', 'wait_for', 'wait_for'],
  ['unknown', 'wait_for', 'go'],
  ['needs_review', 'go', 'go'],
  ['sent', 'go', 'go'],
  ['failed', 'go', 'go'],
  ['cancelled', 'go', 'go'],
] as const)('behind a message that is %s: %s; once released: %s', (state, waiting, released) => {
  const standing = { ...free, earlier: earlier(state) };
  expect(departureOf(standing, policy).kind).toBe(waiting);
  expect(departureOf({ ...standing, released: true }, policy).kind).toBe(released);
});

test('nobody waits longer than fifteen minutes for an answer that does not come', () => {
  const waiting = departureOf({ ...free, earlier: earlier('unknown', 14) }, policy);
  expect(waiting).toEqual({ kind: 'wait_for', messageId: 'm1', forMs: MINUTE });
  expect(departureOf({ ...free, earlier: earlier('unknown', 15) }, policy).kind).toBe('go');
});

test.each([
  ['connected', true, 'go'],
  ['paused', false, 'go'],
  ['paused', true, 'channel_rests'],
  ['reconnect', false, 'channel_rests'],
  ['disconnected', false, 'channel_gone'],
] as const)('through a channel that is %s (busy: %s): %s', (channelStatus, channelBusy, kind) => {
  const standing = { ...free, earlier: [], channelStatus, channelBusy };
  expect(departureOf(standing, policy).kind).toBe(kind);
});
