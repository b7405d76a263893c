const HOUR = 60;

/** What an admin may choose, in minutes: 0 never tells, null leaves it to the channel's own rhythm. */
export const silenceChoices = [
  null,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  48 * HOUR,
  168 * HOUR,
  0,
] as const;
export type SilenceChoice = number | null;

/** While too little is known of a channel. */
const ASSUMED = 24 * HOUR;
const SHORTEST = 2 * HOUR;
const LONGEST = 72 * HOUR;

/**
 * After how many minutes without a customer's message a channel counts as silent; null for never. Its
 * rhythm is its longest quiet time of the last two weeks: nights and weekends are in it, so that an
 * ordinary night is no alarm, and half as long again is.
 */
export function silentAfter(chosen: SilenceChoice, usualQuiet: number | null): number | null {
  if (chosen === 0) return null;
  if (chosen !== null) return chosen;
  if (usualQuiet === null) return ASSUMED;
  return Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(usualQuiet * 1.5)));
}

/** Hours in which customers wrote, from so many days on, are a rhythm. */
const LEAST_DAYS = 3;
const LEAST_HOURS = 12;

/** The longest quiet time, in minutes, between the hours in which customers wrote; null when they are too few to tell. */
export function usualQuietOf(hoursMs: readonly number[]): number | null {
  const hours = hoursMs.toSorted((a, b) => a - b);
  const [first, last] = [hours.at(0), hours.at(-1)];
  if (first === undefined || last === undefined || hours.length < LEAST_HOURS) return null;
  if (last - first < LEAST_DAYS * 24 * HOUR * 60_000) return null;
  const gaps = hours.slice(1).map((hour, index) => hour - (hours[index] ?? hour));
  return Math.round(Math.max(...gaps) / 60_000);
}

type Watched = {
  heardAtMs: number;
  isSilent: boolean;
  /** From `silentAfter`, in the pace of this process. */
  afterMs: number | null;
  nowMs: number;
};

/** What a look after a channel finds: what to tell, how it stands now, and when to look again. */
export type Finding = {
  tell: 'silent' | 'heard' | null;
  isSilent: boolean;
  againAtMs: number | null;
};

/**
 * A silence is told once when it begins and once when something comes. While it lasts, somebody looks
 * now and then. For whom nobody listens is not silent, and nothing is said about that.
 */
export function listen({ heardAtMs, isSilent, afterMs, nowMs }: Watched, restMs: number): Finding {
  if (afterMs === null) return { tell: null, isSilent: false, againAtMs: null };
  if (nowMs - heardAtMs >= afterMs) {
    return { tell: isSilent ? null : 'silent', isSilent: true, againAtMs: nowMs + restMs };
  }
  return { tell: isSilent ? 'heard' : null, isSilent: false, againAtMs: heardAtMs + afterMs };
}
