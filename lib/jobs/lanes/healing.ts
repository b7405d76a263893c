import 'server-only';
import type { ChannelToHeal, HealingEnd } from '../../commands/channel/healing';
import { claimHealing, endHealing, extendHealing } from '../../commands/channel/healing';
import { env } from '../../env';
import { log } from '../../log';
import { findNetwork, webhookUrl } from '../../networks/registry';
import { AccessLost } from '../access';
import { callFor } from '../call';
import { takeLeave } from '../farewell';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';
import { codeOf, isPassing } from '../trouble';
import { walkBack } from '../walk';

const LEASE_MS = 120_000;
const SHORTEST_LEASE_MS = 15_000;
const EVERY_MS = 15 * 60_000;
const AGAIN_AFTER_TROUBLE_MS = 60_000;
const AGAIN_UNSUBSCRIBED_MS = 3 * 60_000;

/** Channels that are due to be looked after: is the network pushing, and did anything get lost? */
export const healingLane: LaneDefinition<ChannelToHeal> = {
  lane: 'healing',
  pollMs: 5_000,
  concurrency: 2,
  claim: (limit) => claimHealing(limit, leaseMs()),
  run: async (channel) => {
    const hold = { ...channel };
    await endHealing(hold, await lookAfter(hold));
  },
};

/** Each kind of channel has its own end: a live one is healed, one that was disconnected says goodbye. */
function lookAfter(hold: ChannelToHeal): Promise<HealingEnd> {
  switch (hold.status) {
    case 'disconnected':
      return farewell(hold);
    case 'reconnect':
      return Promise.resolve({ again: 'never', problem: 'access_lost' });
    case 'connected':
    case 'paused':
      return heal(hold);
  }
}

async function farewell(hold: ChannelToHeal): Promise<HealingEnd> {
  await takeLeave(hold);
  return { again: 'never', problem: null };
}

/** First the subscription, then the walk: what is written in between comes by both ways, and counts once. */
async function heal(hold: ChannelToHeal): Promise<HealingEnd> {
  const { subscribed, problem } = await subscribe(hold);
  const restMs = subscribed ? EVERY_MS : AGAIN_UNSUBSCRIBED_MS;
  try {
    const end = await walked(hold, restMs);
    return { ...end, subscribed, problem: problem ?? end.problem };
  } catch (error) {
    return { ...troubled(hold, error), subscribed };
  }
}

function troubled(hold: ChannelToHeal, error: unknown): HealingEnd {
  const problem = codeOf(error);
  log.warn({ err: error, channel: hold.channelId, problem }, 'a channel could not be healed');
  const again = error instanceof AccessLost ? 'never' : { inMs: paced(AGAIN_AFTER_TROUBLE_MS) };
  // A page that the network does not know any more must not be asked for until the end of days.
  const isStuck = hold.walk !== null && !isPassing(error);
  return { again, problem, ...(isStuck && { walked: { unfinished: null } }) };
}

/** Asked again at each look: a network drops subscriptions without telling. */
async function subscribe(
  hold: ChannelToHeal,
): Promise<{ subscribed: boolean; problem: string | null }> {
  try {
    const url = webhookUrl(hold.network, env());
    const { missing } = await callFor(hold, (client) => client.subscribe(url));
    if (missing.length > 0) log.info({ channel: hold.channelId, missing }, 'not all event types');
    return { subscribed: true, problem: null };
  } catch (error) {
    const problem = `subscribe_${codeOf(error)}`;
    log.warn({ err: error, channel: hold.channelId, problem }, 'a channel is not subscribed');
    return { subscribed: false, problem };
  }
}

async function walked(hold: ChannelToHeal, restMs: number): Promise<HealingEnd> {
  const rested = { inMs: paced(restMs) };
  if (!findNetwork(hold.network)?.capabilities.lookup) return { again: rested, problem: null };
  const end = await walkBack(hold, async () => {
    const lease = await extendHealing(hold, leaseMs());
    if (lease === undefined) throw new Error('the hold on the channel was lost');
    hold.lease = lease;
  });
  if (end.kind === 'out_of_budget') {
    return { again: { at: end.until }, problem: null, walked: { unfinished: end.unfinished } };
  }
  return {
    // A walk that was interrupted knows nothing of what came since it began.
    again: hold.walk ? { inMs: 0 } : rested,
    problem: end.skipped > 0 ? 'messages_skipped' : null,
    walked: { healedUpTo: end.healedUpTo },
  };
}

function leaseMs(): number {
  return Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS));
}
