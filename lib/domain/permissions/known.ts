/**
 * How something came to be known: the network told us by itself, answered when we asked, or refused a
 * message; a message proves it; it is written in our own books; somebody supposes it in the rule tester.
 */
export type Source = 'event' | 'look_up' | 'refusal' | 'message' | 'book' | 'supposed';

/** A value with where it comes from and when it was true, in epoch milliseconds; null when nobody knows. */
export type Known<T> = { value: T; source: Source; at: number } | null;

const HOUR = 3_600_000;

/** For how long a look-up is believed, in milliseconds. What we were told or wrote down ourselves does not age. */
export const freshForMs = {
  /** The network's own answer to "may we write to them?": it can change with any tap of theirs. */
  answer: HOUR,
  relation: 24 * HOUR,
  door: 24 * HOUR,
} as const;

/** What is known and still believed at `now`; null also for what was looked up too long ago. */
export function fresh<T>(known: Known<T>, forMs: number, now: number): Known<T> {
  if (known === null) return null;
  return known.source === 'look_up' && now - known.at > forMs ? null : known;
}
