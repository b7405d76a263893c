import 'server-only';
import type { ClaimedDelivery } from '../../commands/inbound/claim';
import { claimDeliveries } from '../../commands/inbound/claim';
import type { Settlement } from '../../commands/inbound/settle';
import { settleDeliveries } from '../../commands/inbound/settle';
import { count } from '../../counts';
import { log } from '../../log';
import { PayloadNotUnderstood } from '../../networks/network';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';
import { noteProofs } from '../proof';
import type { Reading } from '../reading';
import { newReading, takeInBody } from '../reading';
import { codeOf, isPassing } from '../trouble';

const LEASE_MS = 60_000;
const SHORTEST_LEASE_MS = 5_000;
const MOST_TRIES = 8;
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
const BATCH = 20;

/** Bodies that are claimed and settled together. Each message still is a transaction of its own. */
export type Batch = ClaimedDelivery[];

/** Verified webhook bodies: reads each and takes in what it says. */
export const inboundLane: LaneDefinition<Batch> = {
  lane: 'inbound',
  pollMs: 2_000,
  concurrency: 4,
  claim: async (free) => batchesOf(await claimDeliveries(free, BATCH, leaseMs()), free),
  run: takeInBatch,
};

/** Spreads fresh bodies over the free hands; one that failed before is alone, so that it hurts no other. */
function batchesOf(claimed: readonly ClaimedDelivery[], free: number): Batch[] {
  const alone = claimed.filter(({ tries }) => tries > 1).map((delivery) => [delivery]);
  const fresh = claimed.filter(({ tries }) => tries <= 1);
  const hands = Math.max(1, free - alone.length);
  const size = Math.ceil(fresh.length / hands);
  const together = Array.from({ length: hands }, (_, hand) =>
    fresh.slice(hand * size, (hand + 1) * size),
  );
  return [...alone, ...together.filter((batch) => batch.length > 0)];
}

/** Takes in each body, then settles all: done, to be tried again, or set aside for a person to look at. */
export async function takeInBatch(batch: Batch): Promise<void> {
  const readings: { delivery: ClaimedDelivery; reading: Reading }[] = [];
  for (const delivery of batch) {
    if (delivery.wasAbandoned) count('inbound_leases_expired');
    // biome-ignore lint/performance/noAwaitInLoops: one transaction a message, in the order they came
    const reading = isFatal(delivery) ? fatal() : await takeInBody(delivery);
    readings.push({ delivery, reading });
  }
  const settlements = readings.map(({ delivery, reading }) => ({
    delivery,
    settlement: settlementOf(delivery, reading),
  }));
  for (const { delivery, reading } of readings) logTrouble(delivery, reading);
  await settleDeliveries(settlements);
  for (const { reading } of readings) count('messages_repeated', reading.tally.repeated);
  await noteProofs(readings.flatMap(({ reading }) => [...reading.places.values()]));
}

/** A body that brings its worker down never gets as far as being settled; its tries tell. */
function isFatal({ tries }: ClaimedDelivery): boolean {
  return tries > MOST_TRIES;
}

function fatal(): Reading {
  return { ...newReading(), trouble: [new EndedItsWorkers()] };
}

class EndedItsWorkers extends Error {
  override readonly name = 'ended_its_workers';
}

function settlementOf(delivery: ClaimedDelivery, { tally, trouble, places }: Reading): Settlement {
  // While something may yet pass, nothing is given up.
  const worst = trouble.find(isPassing) ?? trouble[0];
  if (worst === undefined) return { state: 'done', tally };
  const problem = codeOf(worst);
  const uncounted = isPassing(worst);
  const hopeless = worst instanceof PayloadNotUnderstood;
  if (hopeless || (!uncounted && delivery.tries >= MOST_TRIES)) {
    const concerns = [...new Set([...places.values()].map(({ workspaceId }) => workspaceId))];
    return { state: 'quarantined', tally, problem, concerns };
  }
  return { state: 'pending', afterMs: backOffMs(delivery, uncounted), uncounted, problem };
}

/** Full jitter: many that failed together come back apart. Uncounted tries are told by the age of the body. */
function backOffMs({ tries, ageMs }: ClaimedDelivery, uncounted: boolean): number {
  const grown = uncounted ? Math.max(FIRST_BACK_OFF_MS, ageMs / 2) : FIRST_BACK_OFF_MS * 2 ** tries;
  return Math.ceil(paced(Math.min(LONGEST_BACK_OFF_MS, grown) * Math.random()));
}

function logTrouble({ id, tries }: ClaimedDelivery, { trouble }: Reading): void {
  const [err] = trouble;
  if (err === undefined) return;
  log.warn({ err, inbound: id, tries, problem: codeOf(err) }, 'a webhook body gave trouble');
}

function leaseMs(): number {
  return Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS));
}
