import 'server-only';
import type { HeldDoorOrder } from '../../commands/channel/door-orders';
import {
  answerDoorOrder,
  claimDoorOrders,
  failDoorOrder,
  postponeDoorOrder,
} from '../../commands/channel/door-orders';
import type { Door } from '../../domain/permissions/x-rules';
import { log } from '../../log';
import type { Answer, ChannelClient } from '../../networks/network';
import { NetworkFailure } from '../../networks/network';
import { callFor } from '../call';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';
import { codeOf, isPassing } from '../trouble';

const LEASE_MS = 60_000;
const SHORTEST_LEASE_MS = 10_000;
const FIRST_BACK_OFF_MS = 2_000;
/** Somebody waits for it at the screen. */
const MOST_TRIES = 4;

/** The network lets no app change or read who may message an account. */
class NoDoorControl extends Error {
  override readonly name = 'NoDoorControl';
}

/** Opens and closes doors on the network, where it lets us, and asks how they are. */
export const doorLane: LaneDefinition<HeldDoorOrder> = {
  lane: 'door',
  pollMs: 5_000,
  concurrency: 2,
  claim: (limit) => claimDoorOrders(limit, Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS))),
  run: carryOut,
};

async function carryOut(order: HeldDoorOrder): Promise<void> {
  try {
    const { value: door } = await callFor(order, (client) => turn(client, order));
    await answerDoorOrder(order, door);
  } catch (error) {
    await settle(order, error);
  }
}

async function turn({ door }: ChannelClient, order: HeldDoorOrder): Promise<Answer<Door>> {
  if (!door) throw new NoDoorControl();
  return await (order.door === null ? door.read() : door.set(order.door));
}

async function settle(order: HeldDoorOrder, error: unknown): Promise<void> {
  const problem = codeOf(error);
  log.warn({ err: error, channel: order.channelId, problem }, 'a door was not reached');
  if (!isPassing(error) || order.tries >= MOST_TRIES) return await failDoorOrder(order, problem);
  await postponeDoorOrder(order, { until: laterThan(order, error), problem });
}

function laterThan({ tries }: HeldDoorOrder, error: unknown): Date {
  const resetAt =
    error instanceof NetworkFailure && error.failure.kind === 'rate_limited'
      ? error.failure.resetAt
      : undefined;
  return resetAt ?? new Date(Date.now() + paced(FIRST_BACK_OFF_MS * 2 ** tries));
}
