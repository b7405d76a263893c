import type { Status } from './conversation';

/** How a customer's message stands to the conversation that it joins. */
export type Arrival = {
  status: Status;
  /** Nothing in the conversation is newer. */
  newest: boolean;
  /** Positive when it was written after the conversation was resolved; null when it is not resolved. */
  secondsAfterResolution: number | null;
};

const EPISODE_GAP_SECONDS = 7 * 86_400;

/** A message takes this long to reach us: nobody who resolved in that moment can have read it. */
const UNDER_WAY_SECONDS = 15;

/**
 * What a customer's message does to a resolved conversation. `returns`: so long after its resolution
 * that a new episode begins. A late message about what was settled leaves it settled.
 */
export function effectOf({
  status,
  newest,
  secondsAfterResolution,
}: Arrival): 'stays' | 'reopens' | 'returns' {
  if (status !== 'resolved' || secondsAfterResolution === null) return 'stays';
  if (secondsAfterResolution > EPISODE_GAP_SECONDS) return 'returns';
  if (secondsAfterResolution > 0) return 'reopens';
  return newest && secondsAfterResolution > -UNDER_WAY_SECONDS ? 'reopens' : 'stays';
}

/** The second key of the order in a thread: the network's id as a number, 0 for ids that are not. */
export function tieOf(externalId: string): string {
  return /^\d{1,20}$/.test(externalId) ? externalId : '0';
}
