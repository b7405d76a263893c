/** How long things about a delivery take, in milliseconds. */
export type DeliveryPolicy = {
  /** An attempt without a result after this has an unknown outcome. */
  leaseMs: number;
  /** Whoever hands a message's files over is believed to be at it for so long. */
  handOverMs: number;
  /** How often handing them over is tried before the message fails. */
  mostHandOvers: number;
  /** A call is given up after this; far below the lease, so that its result still counts. */
  callDeadlineMs: number;
  /** The echo solves most unknowns by itself: no look-up before this, from the attempt's start. */
  settleMs: number;
  /** Look-up walks of one channel happen on multiples of this, so that one serves all its unknowns. */
  walkEveryMs: number;
  /** Two walks prove absence only when this far apart … */
  walksApartMs: number;
  /** … and when the second is at least this long after the attempt. */
  secondWalkAfterMs: number;
  /** Clocks differ: a message may carry a time this much before its attempt. Never scaled. */
  lookBackMs: number;
  /** When nothing could be looked up for this long, a person is asked. */
  proofLimitMs: number;
  /** How long a message waits for an earlier one whose outcome is unknown. */
  headOfLineMs: number;
  /** The back-off after a call that provably did not arrive: first wait, longest wait, tries. */
  firstBackOffMs: number;
  longestBackOffMs: number;
  mostTries: number;
  /** The length of a network's rate window, for planning when a waiting message will leave. */
  windowMs: number;
  /** How long a channel rests that its network restricts: first and longest. */
  firstPauseMs: number;
  longestPauseMs: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const inRealLife: DeliveryPolicy = {
  leaseMs: MINUTE,
  handOverMs: 3 * MINUTE,
  mostHandOvers: 10,
  callDeadlineMs: 10 * SECOND,
  settleMs: 90 * SECOND,
  walkEveryMs: 75 * SECOND,
  walksApartMs: MINUTE,
  secondWalkAfterMs: 5 * MINUTE,
  lookBackMs: 2 * MINUTE,
  proofLimitMs: 15 * MINUTE,
  headOfLineMs: 15 * MINUTE,
  firstBackOffMs: 5 * SECOND,
  longestBackOffMs: 5 * MINUTE,
  mostTries: 12,
  windowMs: 15 * MINUTE,
  firstPauseMs: 5 * MINUTE,
  longestPauseMs: 60 * MINUTE,
};

/** Neither a number of tries nor a difference between clocks is a matter of patience. */
const unscaled: readonly string[] = ['mostTries', 'mostHandOvers', 'lookBackMs'];

/** The least that a call and its lease get, however far a test shrinks time. */
const SHORTEST_CALL_MS = 1_500;
const LEASE_PER_CALL = 4;

/** A lost lease has to end, and its files to be handed over twice, before anybody stops waiting. */
const LEASES_PER_HAND_OVER = 3;

/**
 * A search that dies with its worker keeps its message for a lease. In real life fifteen of them fit into the proof's
 * limit; where time is shrunk but not the lease, as many must fit as workers may die in a row.
 */
const LEASES_PER_PROOF = 6;

/** The policy with every wait multiplied by `timeScale`: 1 in real life, less in tests. */
export function deliveryPolicy(timeScale: number): DeliveryPolicy {
  const scaled = Object.fromEntries(
    Object.entries(inRealLife).map(([name, value]) => [
      name,
      unscaled.includes(name) ? value : value * timeScale,
    ]),
  ) as DeliveryPolicy;
  const callDeadlineMs = Math.max(scaled.callDeadlineMs, SHORTEST_CALL_MS);
  const leaseMs = Math.max(scaled.leaseMs, callDeadlineMs * LEASE_PER_CALL);
  const patienceMs = leaseMs * LEASES_PER_PROOF;
  const handOverMs = Math.max(scaled.handOverMs, leaseMs * LEASES_PER_HAND_OVER);
  return {
    ...scaled,
    callDeadlineMs,
    leaseMs,
    handOverMs,
    proofLimitMs: Math.max(scaled.proofLimitMs, patienceMs),
    headOfLineMs: Math.max(scaled.headOfLineMs, patienceMs),
  };
}

/** The wait before try `attemptNo` + 1, doubled each time, between half and all of it by `chance` (0 to 1). */
export function backOffMs(attemptNo: number, chance: number, policy: DeliveryPolicy): number {
  const { firstBackOffMs, longestBackOffMs } = policy;
  return doubled(firstBackOffMs, longestBackOffMs, attemptNo) * (0.5 + chance / 2);
}

/** How long a channel rests after try `attemptNo` was turned away because of the account. */
export function pauseMs(attemptNo: number, policy: DeliveryPolicy): number {
  return doubled(policy.firstPauseMs, policy.longestPauseMs, attemptNo);
}

/** The next moment, from `notBeforeMs` on, at which a channel walks. Epoch milliseconds, in and out. */
export function walkAt(notBeforeMs: number, { walkEveryMs }: DeliveryPolicy): number {
  return Math.ceil(notBeforeMs / walkEveryMs) * walkEveryMs;
}

function doubled(first: number, longest: number, times: number): number {
  return Math.min(longest, first * 2 ** Math.min(Math.max(times - 1, 0), 30));
}
