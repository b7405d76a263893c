import type { Status } from './conversation';

/** How a customer's message stands to the conversation that it joins. */
export type Arrival = {
  status: Status;
  /** Nothing that the customer wrote is newer. */
  newest: boolean;
  /** Positive when it was written after the conversation was resolved; null when it is not resolved. */
  secondsAfterResolution: number | null;
};

export type ArrivalEffect = 'stays' | 'opens' | 'wakes' | 'reopens' | 'returns';

const EPISODE_GAP_SECONDS = 7 * 86_400;

/** A message takes this long to reach us: nobody who resolved in that moment can have read it. */
const UNDER_WAY_SECONDS = 15;

/**
 * What a customer's message does to its conversation. `opens`: we waited for it. `wakes`: it was
 * snoozed. `returns`: so long after its resolution that a new episode begins. A late message about
 * what was settled leaves it settled; what is on hold or spam stays so.
 */
export function effectOf({ status, newest, secondsAfterResolution }: Arrival): ArrivalEffect {
  if (status === 'waiting' || status === 'snoozed') {
    if (!newest) return 'stays';
    return status === 'waiting' ? 'opens' : 'wakes';
  }
  if (status !== 'resolved' || secondsAfterResolution === null) return 'stays';
  if (secondsAfterResolution > EPISODE_GAP_SECONDS) return 'returns';
  if (secondsAfterResolution > 0) return 'reopens';
  return newest && secondsAfterResolution > -UNDER_WAY_SECONDS ? 'reopens' : 'stays';
}

/** The second key of the order in a thread: the network's id as a number, 0 for ids that are not. */
export function tieOf(externalId: string): string {
  return /^\d{1,20}$/.test(externalId) ? externalId : '0';
}
