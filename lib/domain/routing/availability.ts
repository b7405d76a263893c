import type { Shift } from './shift';
import type { Availability } from './work';

/** What somebody said of themself. `until` (ISO) is when they are available again; null is until they say so. */
export type Stated = { availability: Availability; reason: string | null; until: string | null };

/** What is true of somebody now, as far as new work is concerned; only `available` gets some from the router. */
export type Standing = {
  kind: Availability | 'off_shift' | 'gone';
  /** When it ends by itself, if it does. */
  until: string | null;
  reason: string | null;
};

/** The longest reason, in letters. */
export const MOST_REASON = 80;
/** What is said holds for so many days at most, unless it holds until they say so. */
export const LONGEST_DAYS = 90;

/** What somebody's word comes to at an instant: it ends by itself, without anybody writing that down. */
export function availabilityAt(
  { availability, until }: Pick<Stated, 'availability' | 'until'>,
  now: number,
): Availability {
  return until !== null && Date.parse(until) <= now ? 'available' : availability;
}

/** The first that keeps work away: what they said, their team's hours, or that no window of theirs is open. */
export function standingAt(
  { stated, shift, present }: { stated: Stated; shift: Shift; present: boolean },
  now: number,
): Standing {
  const availability = availabilityAt(stated, now);
  if (availability !== 'available') {
    return { kind: availability, until: stated.until, reason: stated.reason };
  }
  if (!shift.on) return { kind: 'off_shift', until: shift.until, reason: null };
  return { kind: present ? 'available' : 'gone', until: null, reason: null };
}

const words: Record<Standing['kind'], string> = {
  available: 'available',
  busy: 'busy',
  away: 'away',
  offline: 'offline',
  off_shift: 'off shift',
  gone: 'not here',
};

/** "away until 14:00". `time` puts an instant into words. */
export function standingInWords({ kind, until }: Standing, time: (at: string) => string): string {
  return until === null ? words[kind] : `${words[kind]} until ${time(until)}`;
}

/** "3 of 8", "3.25 of 8". */
export function loadInWords(load: number, capacity: number): string {
  return `${Number(load.toFixed(2))} of ${Number(capacity.toFixed(2))}`;
}

/**
 * What whoever gives somebody work should know first; null when nothing speaks against it. People may
 * do it all the same: only the router is bound.
 */
export function warningFor(
  { name, load, capacity, standing, more = 1 }: Loaded,
  time: (at: string) => string,
): string | null {
  const { kind, reason } = standing;
  const why = reason === null ? '' : ` (${reason})`;
  const state = kind === 'available' ? '' : `${name} is ${standingInWords(standing, time)}${why}.`;
  const comes = more > 1 ? ` and gets ${more} more` : '';
  const full =
    load + more > capacity ? `${name} has ${loadInWords(load, capacity)} already${comes}.` : '';
  if (state === '' && full === '') return null;
  const what = more > 1 ? 'do it' : 'give it to them';
  return [state, full, `You can ${what} all the same.`].filter(Boolean).join(' ');
}

/** `more` is how many open conversations they would get. */
type Loaded = { name: string; load: number; capacity: number; standing: Standing; more?: number };
