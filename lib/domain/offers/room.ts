/** What a channel may send for now, and who waits for it. */
export type Traffic = {
  /** What is left of the network's window, of how many in all. */
  remaining: number;
  limit: number;
  /** Messages that are no offers and wait to leave: they go first. */
  repliesWaiting: number;
  /** Offers that were handed over and have not arrived yet. */
  offersUnderWay: number;
};

/** So that whoever answers a customer never waits behind a row of offers. */
const MOST_UNDER_WAY = 3;

/**
 * How many more offers may be handed over now. Half of every window stays for replies, whatever
 * the offers would like; none is given on top of replies that wait already.
 */
export function roomForOffers({
  remaining,
  limit,
  repliesWaiting,
  offersUnderWay,
}: Traffic): number {
  const spare = remaining - Math.ceil(limit / 2) - repliesWaiting;
  return Math.max(0, Math.min(MOST_UNDER_WAY, spare) - offersUnderWay);
}

/** Whether it is the window that is spent, so that there is nothing to do before the next one. */
export function isWindowSpent({ remaining, limit }: Traffic): boolean {
  return remaining <= Math.ceil(limit / 2);
}
