/** From one time of day to another, such as "19:00" to "08:00": then it ends on the next day. */
export type Hours = { from: string; to: string };

/** What a clock on the wall of a zone shows. Days: 0 is Sunday; minutes since midnight. */
export function clockIn(zone: string, at: Date): { day: number; minute: number } {
  // "Tue 09:30" or "Tue, 09:30": a fourth of the time that the parts one by one would take.
  const shown = formatterOf(zone).format(at);
  return { day: weekdays.indexOf(shown.slice(0, 3)), minute: minuteOf(shown.slice(-5)) };
}

/** Minutes since midnight of "19:30". */
export function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

const MINUTE = 60_000;
const A_DAY = 24 * 60;

/**
 * When the quiet hours that an instant lies in end, in epoch milliseconds; null when it lies in none.
 * The same every day; where `from` is `to` they never end and the answer is a day later. Over a change
 * of the clocks it may be an hour early: then it is asked again.
 */
export function quietUntil({ from, to }: Hours, zone: string, nowMs: number): number | null {
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  const { minute } = clockIn(zone, new Date(nowMs));
  const isIn = begin < end ? minute >= begin && minute < end : minute >= begin || minute < end;
  if (!isIn) return null;
  const minutes = (end - minute + A_DAY) % A_DAY || A_DAY;
  return nowMs - (nowMs % MINUTE) + minutes * MINUTE;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Making one takes far longer than asking it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
}
