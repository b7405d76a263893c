import 'server-only';
import { noteRate, takeFromBudget } from '../commands/channel/budget';
import type { ChannelPlace } from '../commands/channel/credentials';
import { asSystem } from '../commands/command';
import type { Answer, ChannelClient, RateReading } from '../networks/network';
import { NetworkFailure } from '../networks/network';
import { callFor } from './call';

/**
 * One look-up within the channel's budget; without one, the time at which there is again. What the
 * network says of its rate is noted either way. Rejects when the look-up failed otherwise.
 */
export async function lookUp<T>(
  place: ChannelPlace,
  ask: (client: ChannelClient) => Promise<Answer<T>>,
  purpose: 'lookup' | 'posts' = 'lookup',
): Promise<{ shown: T } | { until: Date }> {
  const budget = await asSystem(place.workspaceId, async (context) => ({
    value: await takeFromBudget(context, place.channelId, purpose),
    events: [],
  }));
  if (!budget.granted) return budget;
  try {
    const { value, rate } = await callFor(place, ask);
    await note(place, rate, purpose);
    return { shown: value };
  } catch (error) {
    if (!(error instanceof NetworkFailure)) throw error;
    await note(place, error.rate, purpose);
    const { failure } = error;
    if (failure.kind === 'rate_limited' && failure.resetAt) return { until: failure.resetAt };
    throw error;
  }
}

async function note(
  place: ChannelPlace,
  rate: RateReading | undefined,
  purpose: 'lookup' | 'posts',
): Promise<void> {
  if (!rate) return;
  await asSystem(place.workspaceId, async (context) => ({
    value: await noteRate(context, place.channelId, { purpose, ...rate }),
    events: [],
  }));
}
