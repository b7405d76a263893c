const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** "now", "6 min", "2 h", "3 d", then the date: the distance of a past instant, short enough for a list. */
export function relativeTime(at: string, now: number, zone: string): string {
  const agoMs = now - Date.parse(at);
  if (agoMs < minuteMs) return 'now';
  if (agoMs < hourMs) return `${Math.floor(agoMs / minuteMs)} min`;
  if (agoMs < dayMs) return `${Math.floor(agoMs / hourMs)} h`;
  if (agoMs < 7 * dayMs) return `${Math.floor(agoMs / dayMs)} d`;
  return format(at, zone, { day: 'numeric', month: 'short' });
}

/** "14:00", "tomorrow 09:00", "Mon 09:00", "4 Dec": an instant to come, short enough for a list. */
export function untilTime(at: string, now: number, zone: string): string {
  const day = dayKey(at, zone);
  const clock = clockTime(at, zone);
  if (day === dayKey(new Date(now).toISOString(), zone)) return clock;
  if (day === dayKey(new Date(now + dayMs).toISOString(), zone)) return `tomorrow ${clock}`;
  const soon = Date.parse(at) - now < 6 * dayMs;
  if (soon) return `${format(at, zone, { weekday: 'short' })} ${clock}`;
  return format(at, zone, { day: 'numeric', month: 'short' });
}

/** "14:09" in the viewer's zone. */
export function clockTime(at: string, zone: string): string {
  return format(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "Saturday, 22 November 2025 at 14:09:31 GMT": what a hover tells. */
export function exactTime(at: string, zone: string): string {
  const date = format(at, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const time = format(at, zone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  return `${date}, ${time}`;
}

/** "2025-11-22" in the viewer's zone: equal for two instants of one day. */
export function dayKey(at: string, zone: string): string {
  return format(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in the viewer's zone. */
export function format(
  at: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
  locale: 'en-GB' | 'en-CA' = 'en-GB',
): string {
  const key = `${locale}${zone}${JSON.stringify(options)}`;
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    formats.set(key, formatter);
  }
  return formatter.format(new Date(at));
}
