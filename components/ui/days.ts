import { clockTime, dayKey, dayMs, format } from './time';

/** "Wed 25 Nov, 09:00" in the viewer's zone: an instant to come, for a sentence or a choice. */
export function shortMoment(at: string, zone: string): string {
  const day = format(at, zone, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day.replace(',', '')}, ${clockTime(at, zone)}`;
}

/** "Today", "Yesterday", "Monday", "4 November", "4 November 2024". */
export function dayName(at: string, now: number, zone: string): string {
  const day = dayKey(at, zone);
  const today = dayKey(new Date(now).toISOString(), zone);
  if (day === today) return 'Today';
  if (day === dayKey(new Date(now - dayMs).toISOString(), zone)) return 'Yesterday';
  const agoMs = now - Date.parse(at);
  if (agoMs > 0 && agoMs < 6 * dayMs) return format(at, zone, { weekday: 'long' });
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return format(at, zone, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

const daysOfZone = new Map<string, Map<string, string>>();

/** `dayKey` for very many instants of one zone: wherever one is, days begin on a full ten minutes. */
export function dayKeys(zone: string): (at: string) => string {
  const known = daysOfZone.get(zone) ?? new Map<string, string>();
  daysOfZone.set(zone, known);
  return (at) => {
    const tenMinutes = at.slice(0, 15);
    const day = known.get(tenMinutes) ?? dayKey(at, zone);
    known.set(tenMinutes, day);
    return day;
  };
}
