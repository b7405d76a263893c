/** What a promise may be: from a minute to a year. */
export const SHORTEST_SECONDS = 60;
export const LONGEST_SECONDS = 365 * 86_400;

/** The largest first. A day is 24 hours, whatever the calendar. */
const units = [
  { letter: 'd', seconds: 86_400, names: ['d', 'day', 'days'] },
  { letter: 'h', seconds: 3600, names: ['h', 'hr', 'hrs', 'hour', 'hours'] },
  { letter: 'm', seconds: 60, names: ['m', 'min', 'mins', 'minute', 'minutes'] },
  { letter: 's', seconds: 1, names: ['s', 'sec', 'secs', 'second', 'seconds'] },
] as const;

/** Exactly so long, to the second: "1 h 30 m". What is less than nothing has a minus before it. */
export function formatDuration(seconds: number): string {
  return inUnits(seconds, units);
}

/** The same in open time, where 40 h are a week of work and not a day and two thirds: "40 h". */
export function formatOpenTime(seconds: number): string {
  return inUnits(seconds, units.slice(1));
}

/** A time as its clock counts it: in open time, unless it runs round the clock. */
export function formatCounted(seconds: number, roundTheClock: boolean): string {
  return roundTheClock ? formatDuration(seconds) : formatOpenTime(seconds);
}

function inUnits(seconds: number, from: readonly (typeof units)[number][]): string {
  const whole = Math.round(Math.abs(seconds));
  if (whole === 0) return '0 s';
  let left = whole;
  const parts = from.flatMap(({ letter, seconds: unit }) => {
    const count = Math.floor(left / unit);
    left -= count * unit;
    return count > 0 ? [`${count} ${letter}`] : [];
  });
  return `${seconds < 0 ? '−' : ''}${parts.join(' ')}`;
}

/** The seconds of what somebody wrote: "30 m", "1h30m", "1.5 hours"; null when it says no such thing. */
export function parseDuration(text: string): number | null {
  const parts = [
    ...text
      .trim()
      .toLowerCase()
      .matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]+)[\s,]*/gy),
  ];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.trim().toLowerCase()) {
    return null;
  }
  let total = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const [, count = '', name = ''] of parts) {
    const unit = units.find(({ names }) => names.some((one) => one === name));
    // Each unit once and the larger before the smaller: "30 m 2 d" is more likely a slip than a wish.
    if (!unit || unit.seconds >= smallest) return null;
    smallest = unit.seconds;
    total += Number(count.replace(',', '.')) * unit.seconds;
  }
  return Math.round(total);
}

/** What is wrong with how somebody wrote how long a promise may take, in a sentence; null when it holds. */
export function whyNotDuration(text: string): string | null {
  const seconds = parseDuration(text);
  if (seconds === null) return 'Write it like 30 m, 1 h 30 m or 2 d.';
  if (seconds < SHORTEST_SECONDS) return 'A minute is the least.';
  return seconds > LONGEST_SECONDS ? 'A year (365 d) is the most.' : null;
}
