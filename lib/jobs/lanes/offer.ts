import 'server-only';
import type { OfferPlace } from '../../commands/offer/due';
import { offersDue, putOffFirst } from '../../commands/offer/due';
import type { Given, Rests } from '../../commands/offer/give';
import { giveNext } from '../../commands/offer/give';
import { count } from '../../counts';
import { log } from '../../log';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';

/** So many turns of one offer, then another offer may come. */
const MOST_AT_ONCE = 20;
const AFTER_TROUBLE_MS = 30_000;

/**
 * Offers that are being given out, one recipient after the other. An offer whose channel has no room
 * rests in this process's memory only: nothing is written for it, and any other worker asks anew.
 */
export function offerLane(): LaneDefinition<OfferPlace> {
  const restingUntilMs = new Map<string, number>();
  function rest({ offerId }: OfferPlace, forMs: number): void {
    restingUntilMs.set(offerId, Date.now() + forMs);
  }
  function resting(): string[] {
    for (const [offerId, untilMs] of restingUntilMs) {
      if (untilMs <= Date.now()) restingUntilMs.delete(offerId);
    }
    return [...restingUntilMs.keys()];
  }
  return {
    lane: 'offer',
    pollMs: 1_000,
    concurrency: 2,
    claim: (limit) => offersDue(limit, resting()),
    run: (place) => giveOut(place, (forMs) => rest(place, forMs)),
  };
}

async function giveOut(place: OfferPlace, rest: (forMs: number) => void): Promise<void> {
  for (let turns = 0; turns < MOST_AT_ONCE; turns += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: one recipient after the other
    const given = await turnOf(place);
    if (given.kind === 'rests') rest(given.forMs);
    if (given.kind !== 'went_on') return;
    count('offer_turns');
  }
}

/** Trouble over one recipient must not keep the others waiting, nor be tried again at once. */
async function turnOf(place: OfferPlace): Promise<Given> {
  try {
    return await giveNext(place, rests());
  } catch (err) {
    log.error({ err, offer: place.offerId }, 'a turn of an offer failed');
    await putOffFirst(place, paced(AFTER_TROUBLE_MS));
    return { kind: 'nobody' };
  }
}

function rests(): Rests {
  return {
    underWayMs: paced(1_000),
    windowMs: paced(60_000),
    channelMs: paced(30_000),
    askedMs: paced(15_000),
  };
}
