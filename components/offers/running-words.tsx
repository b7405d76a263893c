'use client';

import { networkName } from '@/lib/domain/channel/network-name';
import type { OfferView } from '@/lib/queries/offers/offer';
import { useClock } from '../ui/clock';
import { Since } from '../ui/since';
import { untilTime } from '../ui/time';

/** What it waits for just now, or how it ended. */
export function RunningWords({ offer }: { offer: OfferView }) {
  const { now, zone } = useClock();
  const { state, channel, network, channelIsCut, windowSpentUntil, nextDueAt, endedAt } = offer;
  if (endedAt !== null) {
    return (
      <>
        {state === 'stopped' ? 'It was stopped ' : 'Everybody’s turn came, the last '}
        <Since at={endedAt} />.
      </>
    );
  }
  if (state === 'paused') return 'It is paused: nobody’s turn comes until it is resumed.';
  if (channelIsCut) {
    return (
      <>
        It waits for <bdi>@{channel}</bdi> to be connected to {networkName(network)} again.
      </>
    );
  }
  if (windowSpentUntil !== null) {
    return `It goes on at ${untilTime(windowSpentUntil, now, zone)}: the rest of what the channel may send until then is kept for replies.`;
  }
  if (nextDueAt !== null && Date.parse(nextDueAt) > now) {
    return `The next turn comes at ${untilTime(nextDueAt, now, zone)}.`;
  }
  return null;
}
