import 'server-only';
import type { HeldBlock, Hitch } from '../../commands/block/orders';
import { beginBlock, claimBlocks, postponeBlock } from '../../commands/block/orders';
import { failBlock, settleBlock } from '../../commands/block/settle';
import type { RateReading } from '../../commands/channel/budget';
import { noteRate } from '../../commands/channel/budget';
import { asSystem } from '../../commands/command';
import type { DeliveryReason } from '../../domain/delivery/reasons';
import type { BlockProblem } from '../../domain/permissions/message-block';
import { log } from '../../log';
import { NetworkFailure } from '../../networks/network';
import { callFor } from '../call';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';
import { codeOf, isPassing } from '../trouble';

const LEASE_MS = 60_000;
const SHORTEST_LEASE_MS = 10_000;
const FIRST_BACK_OFF_MS = 2_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
/** Some ten minutes, in which most troubles are over. */
const MOST_TRIES = 8;

/** Blocks and unblocks people on their networks, as somebody wants it. */
export const blockLane: LaneDefinition<HeldBlock> = {
  lane: 'block',
  pollMs: 2_000,
  concurrency: 4,
  claim: (limit) => claimBlocks(limit, Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS))),
  run: carryOut,
};

async function carryOut(held: HeldBlock): Promise<void> {
  const begun = await beginBlock(held);
  if (begun.kind === 'lost') return;
  if (begun.kind === 'later') {
    const later = { until: begun.until, ...spent, counted: false };
    return await postponeBlock(held, later);
  }
  try {
    const { value: outcome, rate } = await callFor(held, (client) =>
      client.setBlock(held.externalId, held.wanted),
    );
    if (rate) await note(held, rate);
    if (outcome.kind === 'done') return await settleBlock(held);
    const problem = byReason[outcome.reason] ?? 'refused';
    await failBlock(held, { problem, neverArrived: true });
  } catch (error) {
    await settle(held, error);
  }
}

const spent: Hitch = { problem: 'rate_limited', neverArrived: true };

const byReason: Partial<Record<DeliveryReason, BlockProblem>> = {
  RECIPIENT_GONE: 'gone',
  APP_SCOPE_MISSING: 'scope',
  SENDER_RESTRICTED: 'restricted',
};

async function note({ workspaceId, channelId }: HeldBlock, rate: RateReading): Promise<void> {
  await asSystem(workspaceId, async (context) => {
    await noteRate(context, channelId, { ...rate, purpose: 'block' });
    return { value: undefined, events: [] };
  });
}

async function settle(held: HeldBlock, error: unknown): Promise<void> {
  log.warn({ err: error, channel: held.channelId, problem: codeOf(error) }, 'a block was not made');
  const failure = error instanceof NetworkFailure ? error.failure : undefined;
  const hitch = { problem: problemOf(error), neverArrived: neverArrived(error) };
  if (failure?.kind === 'rate_limited') {
    const until = failure.resetAt ?? laterThan(held);
    return await postponeBlock(held, { until, ...hitch, counted: failure.resetAt === undefined });
  }
  const isOver = !isPassing(error) || held.tries >= MOST_TRIES;
  if (isOver) return await failBlock(held, hitch);
  await postponeBlock(held, { until: laterThan(held), ...hitch, counted: true });
}

function problemOf(error: unknown): BlockProblem {
  if (!(error instanceof NetworkFailure)) {
    return codeOf(error).startsWith('access') ? 'access' : 'unreachable';
  }
  switch (error.failure.kind) {
    case 'unauthorized':
      return 'access';
    case 'rate_limited':
      return 'rate_limited';
    case 'credits_depleted':
      return 'credits';
    default:
      return 'unreachable';
  }
}

/** Without a token nothing is called; a network that answers otherwise than with success has done nothing. */
function neverArrived(error: unknown): boolean {
  if (!(error instanceof NetworkFailure)) return problemOf(error) === 'access';
  const { failure } = error;
  if (failure.kind === 'unreachable') return !failure.mayHaveArrived;
  return failure.kind !== 'not_understood';
}

function laterThan({ tries }: HeldBlock): Date {
  const grown = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** tries);
  return new Date(Date.now() + paced(grown * (0.5 + Math.random() / 2)));
}
