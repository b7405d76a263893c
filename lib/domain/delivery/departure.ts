import type { DeliveryPolicy } from './policy';
import type { DeliveryState } from './states';

/** An earlier message of the same conversation. Times in epoch milliseconds, by the database's clock. */
export type Earlier = {
  messageId: string;
  state: DeliveryState;
  /** Since when nobody knows what its last attempt came to; null before that. */
  doubtAt: number | null;
};

export type Departure =
  | { kind: 'go' }
  | { kind: 'wait_for'; messageId: string; forMs: number }
  | { kind: 'channel_rests' }
  | { kind: 'channel_gone' };

type Standing = {
  channelStatus: 'connected' | 'reconnect' | 'paused' | 'disconnected';
  /** Whether another message of the channel is under way. */
  channelBusy: boolean;
  /** The unfinished earlier messages of the conversation. */
  earlier: readonly Earlier[];
  /** A person chose not to wait for them. */
  released: boolean;
  now: number;
};

/** Whether a queued message may leave now. A paused channel lets one message through at a time, to try. */
export function departureOf(standing: Standing, policy: DeliveryPolicy): Departure {
  const { channelStatus, channelBusy } = standing;
  if (channelStatus === 'disconnected') return { kind: 'channel_gone' };
  if (channelStatus === 'reconnect') return { kind: 'channel_rests' };
  if (channelStatus === 'paused' && channelBusy) return { kind: 'channel_rests' };
  for (const one of standing.earlier) {
    const forMs = waitFor(one, standing, policy);
    if (forMs > 0) return { kind: 'wait_for', messageId: one.messageId, forMs };
  }
  return { kind: 'go' };
}

/** How long a message still waits for an earlier one; 0 when not. Nothing overtakes what is under way. */
function waitFor(one: Earlier, { released, now }: Standing, policy: DeliveryPolicy): number {
  const { headOfLineMs } = policy;
  switch (one.state) {
    case 'sending':
      return headOfLineMs;
    case 'queued':
      return released ? 0 : headOfLineMs;
    case 'unknown':
      return released ? 0 : Math.max((one.doubtAt ?? now) + headOfLineMs - now, 0);
    case 'needs_review':
    case 'sent':
    case 'failed':
    case 'cancelled':
      return 0;
  }
}
