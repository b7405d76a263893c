import type { Fact, Hindrance } from './finding';
import { booked, refuse } from './finding';
import type { ChannelState, PermissionInput } from './input';

const hindrances: Record<ChannelState, Hindrance | null> = {
  connected: null,
  disconnected: refuse('CHANNEL_DISCONNECTED', { kind: 'connect_channel' }),
  suspended: refuse('CHANNEL_SUSPENDED', { kind: 'settle_with_network' }),
  locked: refuse('CHANNEL_LOCKED', { kind: 'settle_with_network' }),
  credits_depleted: refuse('CREDITS_DEPLETED', { kind: 'top_up_credits' }),
};

/** First layer: whether the channel can send at all. */
export function channelLayer({ channel }: Pick<PermissionInput, 'channel'>): Hindrance | null {
  return hindrances[channel.state];
}

export function channelFacts({ channel }: Pick<PermissionInput, 'channel'>): Fact[] {
  return [booked('channel_state', channel.state)];
}
